import { createHmac } from "node:crypto";
import type { CertificateKey } from "#shared/storage/certificate-key.ts";

/** A real key, the same for the same word. */
export const testCertificateKey = (word: string): CertificateKey => ({
  hash: async (text) => createHmac("sha256", word.repeat(32)).update(text).digest("base64url"),
});
