import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { projectRoot } from "./project-root.ts";

/** All that an assembly is made from. A test holds it against what the bundles really contain. */
export const sources = {
  folders: ["functions", "infra", "policies", "shared"],
  files: ["cdk.json", "package.json", "package-lock.json", "tsconfig.json", "node_modules/.package-lock.json"],
} as const;

/** Changes whenever an assembly made now would differ from one made before. */
export const sourceDigest = (root = projectRoot): string => {
  const hash = createHash("sha256");
  for (const path of [...sources.folders.flatMap((folder) => filesIn(root, folder)), ...sources.files].sort()) {
    const text = readFileSync(join(root, path));
    hash.update(`${path} ${text.length}\n`).update(text);
  }
  return hash.digest("hex").slice(0, 32);
};

const filesIn = (root: string, folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
