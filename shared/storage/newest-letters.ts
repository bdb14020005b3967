import type { Letter } from "#shared/domain/letter.ts";

/** The newest first; of one moment, by their ids. */
export const newestFirst = (letters: readonly Letter[]): readonly Letter[] =>
  letters.toSorted((one, other) => (place(one) < place(other) ? 1 : -1));

const place = ({ issuedAt, letterId }: Letter): string => `${issuedAt} ${letterId}`;
