import { type BuildOptions, buildSync } from "esbuild";
import { entries } from "./entries.ts";
import { projectRoot } from "./project-root.ts";

/**
 * Writes the code of all functions: `<function>.mjs` for each, and under `shared/` what several of them are made of, once.
 * Nothing comes from elsewhere, the AWS SDK included: that halves the cold start and ships what was tested.
 */
export const bundleInto = (outdir: string): void => {
  buildSync({ ...bundling, outdir });
};

export const bundling = {
  absWorkingDir: projectRoot,
  entryPoints: entries,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  chunkNames: "shared/[hash]",
  platform: "node",
  format: "esm",
  target: "node24",
  mainFields: ["module", "main"],
  // some of what the packages bring along still asks for Node's own modules by `require`
  banner: { js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);' },
  minify: true,
  // for the places of a fault in the log
  sourcemap: true,
  sourcesContent: false,
  logLevel: "warning",
} as const satisfies BuildOptions;
