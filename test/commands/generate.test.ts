import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generatedFiles } from "#commands/generated/files.ts";

test.each(generatedFiles.map((file) => [file.path, file] as const))(
  "%s is as `npm run generate` writes it",
  (path, { content }) => {
    const committed = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

    expect(committed === content(), `${path} is stale: run npm run generate`).toBe(true);
  },
);
