import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundling } from "#infra/bundles.ts";
import { projectRoot } from "#infra/project-root.ts";
import { sourceDigest, sources } from "#infra/source-digest.ts";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "sources-"));
  for (const folder of sources.folders) write(`${folder}/deep/one.ts`, "1");
  for (const file of sources.files) write(file, "1");
});

afterEach(() => rmSync(root, { recursive: true }));

test("the same sources have the same digest, wherever they lie", () => {
  const copy = mkdtempSync(join(tmpdir(), "sources-"));
  cpSync(root, copy, { recursive: true });

  expect(sourceDigest(copy)).toBe(sourceDigest(root));

  rmSync(copy, { recursive: true });
});

test.each([...sources.folders.map((folder) => `${folder}/deep/one.ts`), ...sources.files])(
  "another %s is another digest",
  (path) => {
    const before = sourceDigest(root);
    write(path, "2");

    expect(sourceDigest(root)).not.toBe(before);
  },
);

test("a file that comes, moves or goes is another digest", () => {
  const before = sourceDigest(root);
  write("shared/two.ts", "");
  const come = sourceDigest(root);
  renameSync(join(root, "shared/two.ts"), join(root, "shared/three.ts"));
  const moved = sourceDigest(root);
  rmSync(join(root, "shared/three.ts"));

  expect(new Set([before, come, moved]).size).toBe(3);
  expect(sourceDigest(root)).toBe(before);
});

test("a text that moves from one file to the next is another digest", () => {
  write("shared/a.ts", "12");
  write("shared/b.ts", "3");
  const before = sourceDigest(root);
  write("shared/a.ts", "1");
  write("shared/b.ts", "23");

  expect(sourceDigest(root)).not.toBe(before);
});

test("everything that goes into a bundle goes into the digest", async () => {
  const plain = { minify: false, sourcemap: false, splitting: false, write: false, metafile: true } as const;
  // one bundle of all: what goes in is the same as into one for each, and is read once
  const { entryPoints, outExtension, chunkNames: _, ...settings } = bundling;
  const contents = Object.values(entryPoints)
    .map((entry) => `import "./${entry}";`)
    .join("\n");
  const all = { stdin: { contents, resolveDir: projectRoot, sourcefile: "node_modules/all-entries" } };
  const { metafile } = await build({ ...settings, ...plain, ...all });

  const unseen = Object.keys(metafile.inputs).filter(
    (path) => !path.startsWith("node_modules/") && !sources.folders.some((folder) => path.startsWith(`${folder}/`)),
  );

  expect(unseen).toEqual([]);
}, 60_000);

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
