import { Refusal } from "./refusal.ts";
import type { AskedMaterial, ReviewMaterial } from "./review.ts";

type Handed = readonly { readonly code: string; readonly materialId: string }[];

interface Asking {
  readonly asked?: readonly AskedMaterial[];
  readonly materials: readonly ReviewMaterial[];
}

/**
 * One new file for each item, and no file for two.
 * @throws Refusal material-already-there, material-not-asked, material-still-missing
 */
export const requireWhatWasAsked = ({ asked = [], materials }: Asking, handed: Handed): void => {
  // the one that was found wanting is there too
  const there = new Set<string>(materials.map(({ materialId }) => materialId));
  for (const { materialId } of handed) {
    if (there.has(materialId)) throw new Refusal("material-already-there", { materialId });
    there.add(materialId);
  }
  const unasked = left(handed, asked);
  if (unasked.length > 0) throw new Refusal("material-not-asked", { codes: unasked });
  const missing = left(asked, handed);
  if (missing.length > 0) throw new Refusal("material-still-missing", { codes: missing });
};

/** The codes of those that find no partner among the others. */
const left = (ones: readonly { readonly code: string }[], others: readonly { readonly code: string }[]) => {
  const partners = others.map(({ code }) => code);
  return ones.flatMap(({ code }) => {
    const at = partners.indexOf(code);
    if (at < 0) return [code];
    partners.splice(at, 1);
    return [];
  });
};
