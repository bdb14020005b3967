import { isDeepStrictEqual } from "node:util";
import { residentPlaces } from "#shared/storage/resident-places.ts";
import { duePlaces, historyItem, historyPlaces } from "#shared/storage/score-items.ts";
import type { Scores } from "#shared/storage/scores.ts";
import { shardOf } from "#shared/storage/shards.ts";
import type { Basis, RecordedScore, StoredScore } from "#shared/storage/stored-score.ts";
import { memoryMessages } from "./memory-messages.ts";
import { pageOf } from "./memory-pages.ts";

/** Scores for tests of what stands on them; it passes the same cases as the table. */
export const memoryScores = (outbox = memoryMessages()): Scores => {
  const current = new Map<string, StoredScore>();
  const lines: RecordedScore[] = [];
  return {
    read: async (residentId) => current.get(residentId),

    save: async (score, { replaces, history, message }) => {
      const stored = current.get(score.residentId);
      if (!isDeepStrictEqual(stored?.basis, replaces)) return "overtaken";
      if (replaces && !isNewer(score.basis, replaces)) return "overtaken";
      current.set(score.residentId, structuredClone(score));
      if (history) lines.push(structuredClone(history));
      if (message) outbox.putTogether(message);
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
