import { createHash } from "node:crypto";
import * as z from "zod";
import { Standard } from "./standard.ts";

/** A standard with the digest that names its exact words. */
export interface PublishedStandard {
  readonly standard: Standard;
  readonly digest: string;
}

/**
 * Reads a standard from its file.
 * @throws Error naming the file and every offending key
 */
export const readStandard = (path: string, content: unknown): PublishedStandard => {
  const parsed = Standard.safeParse(content);
  if (!parsed.success) throw new Error(`${path} is not a standard:\n${z.prettifyError(parsed.error)}`);
  return { standard: parsed.data, digest: createHash("sha256").update(JSON.stringify(content)).digest("hex") };
};
