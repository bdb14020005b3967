import type { Instant } from "#shared/domain/dossier.ts";

/** Of moments written alike, the first; none of none. */
export const earliest = (moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce((first, moment) => (first === null || (moment !== null && moment < first) ? moment : first), null);
