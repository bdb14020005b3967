import { type BuildOptions, buildSync } from "esbuild";
import { entries } from "./entries.ts";
import { projectRoot } from "./project-root.ts";

/**
 * Writes `<function>/index.mjs` with everything in it, the AWS SDK included: that halves the cold start and ships
 * what was tested. All functions in one go, so that what they share is read once.
 */
export const bundleInto = (outdir: string): void => {
  buildSync({ ...bundling, outdir });
};

export const bundling = {
  absWorkingDir: projectRoot,
  entryPoints: Object.fromEntries(Object.entries(entries).map(([name, entry]) => [`${name}/index`, entry])),
  outExtension: { ".js": ".mjs" },
  bundle: true,
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
