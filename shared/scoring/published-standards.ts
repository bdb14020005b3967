import { files } from "#policies/published.ts";
import { readStandard } from "#shared/policy/read-standard.ts";
import { createStandards, type Standards } from "./standards.ts";

/** The registry of the standards in `policies/`, read once when a function starts. */
export const publishedStandards = (): Standards =>
  createStandards(Object.entries(files).map(([path, content]) => readStandard(path, content)));
