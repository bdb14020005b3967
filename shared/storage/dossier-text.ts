import type { Dossier } from "#shared/domain/dossier.ts";
import { Refusal } from "#shared/domain/refusal.ts";

/** One strong read stays cheap, and a change with its transaction far below DynamoDB's limits. */
export const dossierLimit = 64 * 1024;

/**
 * The dossier as it is stored.
 * @throws Refusal dossier-too-large
 */
export const dossierText = (dossier: Dossier): string => {
  const text = JSON.stringify(dossier);
  const bytes = Buffer.byteLength(text);
  if (bytes > dossierLimit) throw new Refusal("dossier-too-large", { bytes, limit: dossierLimit });
  return text;
};
