import { fromCursor, toCursor } from "#shared/storage/cursor.ts";
import type { Page, PageRequest } from "#shared/storage/scores.ts";

/** The page of a list that a request means, as a table would answer it. */
export const pageOf = <Entry>(
  all: readonly Entry[],
  { limit, cursor }: PageRequest,
  placeOf: (entry: Entry) => string,
  places: RegExp,
): Page<Entry> => {
  const after = cursor === undefined ? undefined : fromCursor(cursor, places);
  const rest = after === undefined ? all : behind(all, after, placeOf);
  const entries = rest.slice(0, limit);
  const last = entries.at(-1);
  return { entries, ...(rest.length > limit && last && { cursor: toCursor(placeOf(last)) }) };
};

/** Where the entry itself has gone since, a table goes on at what comes behind its place; lists that lose entries rise. */
const behind = <Entry>(all: readonly Entry[], after: string, placeOf: (entry: Entry) => string): readonly Entry[] => {
  const at = all.findIndex((entry) => placeOf(entry) === after);
  return at < 0 ? all.filter((entry) => placeOf(entry) > after) : all.slice(at + 1);
};
