import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { synthesise } from "#infra/synthesise.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The directory of the assembly that journeys bring up: `inject("assembly")`. */
    readonly assembly: string;
    /** Where journeys write down the processes of the systems that they begin, a line each. */
    readonly begun: string;
    /** Where the systems of one run keep compiled code for one another. */
    readonly compiledCode: string;
  }
}

/** Once before all journeys: the templates and bundles of the sources as they stand. */
export const setup = async (project: TestProject): Promise<void> => {
  project.provide("assembly", await synthesise({ environment: "demo" }));
  project.provide("begun", begun);
  project.provide("compiledCode", join(directory, "compiled-code"));
};

/** Ends the systems that stayed up for several files, and any that a killed worker left behind. */
export const teardown = (): void => {
  for (const line of readFileSync(begun, "utf8").split("\n").filter(Boolean)) {
    try {
      process.kill(Number(line), "SIGKILL");
    } catch {
      // it has ended by itself
    }
  }
  rmSync(directory, { recursive: true });
};

const directory = mkdtempSync(join(tmpdir(), "systems-"));
const begun = join(directory, "begun");
writeFileSync(begun, "");
