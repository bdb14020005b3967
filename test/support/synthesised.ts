import type { TestProject } from "vitest/node";
import { synthesise } from "#infra/synthesise.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The directory of the assembly that journeys bring up: `inject("assembly")`. */
    readonly assembly: string;
  }
}

/** Once before all journeys: the templates and bundles of the sources as they stand. */
export const setup = async (project: TestProject): Promise<void> => {
  project.provide("assembly", await synthesise({ environment: "demo" }));
};
