import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const node = {
  environment: "node",
  env: { LOG_LEVEL: "SILENT" },
  // Node reads TypeScript itself, and what a worker has loaded serves all its files: together a quarter of the time
  experimental: { viteModuleRunner: false },
  isolate: false,
  // a second is soon over where a worker shares its core with the system that it asks
  expect: { poll: { timeout: 30_000 } },
} as const;

/** What `npm test` leaves to commands of their own. */
const apart = ["test/**/*.long.test.ts", "test/**/*.volume.test.ts", "test/**/*.year.test.ts"];

export default defineConfig({
  test: {
    // one more than cores: a journey waits for its system most of the time
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          ...node,
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [...apart, "test/journeys/**", "test/infra/**"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...node,
          name: "infra",
          include: ["test/infra/**/*.test.ts"],
          exclude: apart,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...node,
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          exclude: apart,
          globalSetup: ["test/support/synthesised.ts"],
          testTimeout: 120_000,
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
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          ...node,
          name: "volume",
          include: ["test/**/*.volume.test.ts"],
          testTimeout: 600_000,
        },
      },
      {
        test: {
          ...node,
          name: "year",
          include: ["test/**/*.year.test.ts"],
          globalSetup: ["test/support/synthesised.ts"],
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
