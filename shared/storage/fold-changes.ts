import { applyChange, type Dossier, type RecordedChange } from "#shared/domain/dossier.ts";

/**
 * The dossier that the changes make, from the first one on.
 * @throws Error when one of them is missing
 */
export const foldChanges = (changes: readonly RecordedChange[]): Dossier | undefined => {
  let dossier: Dossier | undefined;
  for (const recorded of changes) dossier = applyChange(dossier, recorded);
  return dossier;
};
