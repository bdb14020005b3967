import { defineConfig } from "vitest/config";

const node = { environment: "node", env: { LOG_LEVEL: "SILENT" } } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...node,
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/**/*.long.test.ts", "test/journeys/**"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...node,
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          exclude: ["test/**/*.long.test.ts"],
          globalSetup: ["test/support/synthesised.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...node,
          name: "long",
          include: ["test/**/*.long.test.ts"],
          globalSetup: ["test/support/synthesised.ts"],
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
