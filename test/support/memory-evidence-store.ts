import { createHash } from "node:crypto";
import { keptKey, uploadKey } from "#shared/storage/evidence-keys.ts";
import type { EvidenceStore, UploadForm } from "#shared/storage/evidence-store.ts";

/** Bytes in memory. What a form lets in and what it turns away is what a bucket does. */
export const memoryEvidenceStore = () => {
  const objects = new Map<string, Uint8Array>();
  const store: EvidenceStore = {
    uploadForm: async (material) => ({
      url: "memory:",
      fields: { key: uploadKey(material), bytes: `${material.bytes}`, sha256: material.sha256 },
      expiresInSeconds: 600,
    }),
    readUpload: async (place) => objects.get(uploadKey(place)),
    keep: async (material, bytes) => void objects.set(keptKey(material), bytes),
    discardUpload: async (place) => void objects.delete(uploadKey(place)),
    discardKept: async (place) => void objects.delete(keptKey(place)),
    link: async (material) => ({ url: `memory:${keptKey(material)}`, expiresInSeconds: 60 }),
  };

  return {
    store,
    /** What stands in the bucket. */
    keys: (): readonly string[] => [...objects.keys()].sort(),
    /** Puts bytes where an upload lies, past every form. */
    put: (key: string, content: Uint8Array): void => void objects.set(key, content),
    /** Sends a form; says whether it was let in. */
    send: async ({ fields }: UploadForm, content: Uint8Array): Promise<boolean> => {
      const hash = createHash("sha256").update(content).digest("hex");
      if (`${content.length}` !== fields.bytes || hash !== fields.sha256) return false;
      objects.set(fields.key ?? "", content);
      return true;
    },
    /** What whoever has the address gets. */
    fetch: async (url: string): Promise<Uint8Array | undefined> => objects.get(url.slice("memory:".length)),
  };
};
