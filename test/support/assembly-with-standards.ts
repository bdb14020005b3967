import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { bundling } from "#infra/bundles.ts";
import { readAssembly } from "#local/template/assembly.ts";
import { readWiring } from "#local/template/read-wiring.ts";
import type { Content } from "./standards.ts";

/**
 * The same assembly as it would be deployed once these standards have been put in force beside those of `policies/`:
 * only the bundles differ.
 * @returns its directory, and how to be rid of it
 */
export const assemblyWithStandards = async (
  assembly: string,
  standards: readonly Content[],
): Promise<{ readonly directory: string; readonly remove: () => void }> => {
  const directory = mkdtempSync(join(tmpdir(), "assembly-with-standards-"));
  cpSync(assembly, directory, { recursive: true });
  const registry = join(directory, "published.mjs");
  writeFileSync(registry, registryWith(standards));
  const [{ directory: outdir } = { directory: "" }] = readWiring(readAssembly(directory)).functions;
  await build({ ...bundling, outdir, plugins: [registryAt(registry)] });
  return { directory, remove: () => rmSync(directory, { recursive: true }) };
};

const published = fileURLToPath(new URL("../../policies/published.ts", import.meta.url));

const registryWith = (standards: readonly Content[]): string => {
  const more = standards.map((standard, place) => [`further/${place + 1}.json`, standard]);
  return `import { files as before } from ${JSON.stringify(published)};
export const files = { ...before, ...${JSON.stringify(Object.fromEntries(more))} };
`;
};

const registryAt = (path: string): Plugin => ({
  name: "another registry",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^#policies\/published\.ts$/ }, () => ({ path }));
  },
});
