import { fromCursor, toCursor } from "#shared/storage/cursor.ts";
import { duePlaces, historyItem, historyPlaces, residentPlaces } from "#shared/storage/score-items.ts";
import type { Page, PageRequest, Scores } from "#shared/storage/scores.ts";
import { shardOf } from "#shared/storage/shards.ts";
import type { Basis, RecordedScore, StoredScore } from "#shared/storage/stored-score.ts";

/** Scores for tests of what stands on them; it passes the same cases as the table. */
export const memoryScores = (): Scores => {
  const current = new Map<string, StoredScore>();
  const lines: RecordedScore[] = [];
  return {
    read: async (residentId) => current.get(residentId),

    save: async (score, history) => {
      const stored = current.get(score.residentId);
      if (stored && !isNewer(score.basis, stored.basis)) return "not-newer";
      current.set(score.residentId, structuredClone(score));
      if (history) lines.push(structuredClone(history));
      return "saved";
    },

    history: async (residentId, request) => {
      const own = lines.filter((line) => line.residentId === residentId).toReversed();
      return pageOf(own, request, ({ basis }) => historyItem(basis), historyPlaces);
    },

    due: async (shard, through, request) => {
      const places = [...current.values()]
        .filter(({ residentId, nextChangeOn }) => shardOf(residentId) === shard && (nextChangeOn ?? "9") <= through)
        .map(({ residentId, nextChangeOn }) => ({ residentId, place: `${nextChangeOn}#${residentId}` }))
        .sort((one, other) => (one.place < other.place ? -1 : 1));
      const { entries, ...page } = pageOf(places, request, ({ place }) => place, duePlaces);
      return { entries: entries.map(({ residentId }) => residentId), ...page };
    },

    inArea: async (area, shard, request) => {
      const residentIds = [...current.values()]
        .filter((score) => score.area === area && shardOf(score.residentId) === shard)
        .map(({ residentId }) => residentId)
        .sort();
      return pageOf(residentIds, request, (residentId) => residentId, residentPlaces);
    },
  };
};

const isNewer = (basis: Basis, stored: Basis): boolean => {
  const parts = ["dossierVersion", "registryRevision", "asOf"] as const;
  return parts.every((part) => basis[part] >= stored[part]) && parts.some((part) => basis[part] > stored[part]);
};

const pageOf = <Entry>(
  all: readonly Entry[],
  { limit, cursor }: PageRequest,
  placeOf: (entry: Entry) => string,
  places: RegExp,
): Page<Entry> => {
  const after = cursor === undefined ? undefined : fromCursor(cursor, places);
  const rest = after === undefined ? all : all.slice(all.findIndex((entry) => placeOf(entry) === after) + 1);
  const entries = rest.slice(0, limit);
  const last = entries.at(-1);
  return { entries, ...(rest.length > limit && last && { cursor: toCursor(placeOf(last)) }) };
};
