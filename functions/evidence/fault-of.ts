import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import type { Material, MaterialReason, MaterialType } from "#shared/domain/material.ts";

/** What is wrong with the bytes, if anything is. What they are called makes no difference. */
export const faultOf = async (
  { bytes, sha256, contentType }: Pick<Material, "bytes" | "sha256" | "contentType">,
  content: Uint8Array,
): Promise<MaterialReason | undefined> => {
  if (content.length === 0) return "empty";
  if (content.length !== bytes) return "size-differs";
  if (createHash("sha256").update(content).digest("hex") !== sha256) return "hash-differs";
  const found = allowed[await typeOf(content)];
  if (found === undefined) return "content-not-allowed";
  return found === contentType ? undefined : "content-differs";
};

/** By the type that the first bytes tell. A camera writes HEIC under either of two names. */
const allowed: Readonly<Record<string, MaterialType>> = {
  "application/pdf": "application/pdf",
  "image/jpeg": "image/jpeg",
  "image/png": "image/png",
  "image/heic": "image/heic",
  "image/heif": "image/heic",
};

const typeOf = async (content: Uint8Array): Promise<string> => {
  try {
    return (await fileTypeFromBuffer(content))?.mime ?? "unknown";
  } catch {
    // a file that breaks the reader of file types is no better than one that it doesn't know
    return "unknown";
  }
};
