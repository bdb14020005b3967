import type { Dossier, RecordedChange } from "#shared/domain/dossier.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import { dossierText } from "#shared/storage/dossier-text.ts";
import { foldChanges } from "#shared/storage/fold-changes.ts";
import { residentPlaces } from "#shared/storage/resident-places.ts";
import type { Residents, Seen } from "#shared/storage/residents.ts";
import { shardOf } from "#shared/storage/shards.ts";
import { pageOf } from "./memory-pages.ts";

/** Dossiers for tests of what stands on them; it passes the same cases as the table. */
export const memoryResidents = (): Residents => {
  // as text, so that nobody changes what is stored by changing what they read
  const dossiers = new Map<ResidentId, string>();
  const changes = new Map<ResidentId, string[]>();
  const seen = new Map<string, Seen>();
  const seenKey = (residentId: ResidentId, { source, id }: Pick<Seen, "source" | "id">) =>
    `${residentId} ${source} ${id}`;

  const readChanges: Residents["readChanges"] = async (residentId, through = Number.POSITIVE_INFINITY, from = 0) =>
    (changes.get(residentId) ?? [])
      .map((text): RecordedChange => JSON.parse(text))
      .filter(({ version }) => version >= from && version <= through);

  return {
    read: async (residentId) => {
      const text = dossiers.get(residentId);
      return text === undefined ? undefined : (JSON.parse(text) as Dossier);
    },

    // decoded from the dossier itself: what the packed form gives has to equal it
    readSubject: async (residentId) => {
      const text = dossiers.get(residentId);
      const dossier: Dossier | undefined = text === undefined ? undefined : JSON.parse(text);
      return dossier && { residentId, version: dossier.version, subject: subjectOf(dossier) };
    },

    inShard: async (shard, request) => {
      const residentIds = [...dossiers.keys()].filter((residentId) => shardOf(residentId) === shard).sort();
      return pageOf(residentIds, request, (residentId) => residentId, residentPlaces);
    },

    readChanges,

    readVersion: async (residentId, version) => {
      const before = await readChanges(residentId, version);
      return before.length === version ? foldChanges(before) : undefined;
    },

    append: async (dossier, recorded, seenNow) => {
      const { residentId, version } = dossier;
      const text = dossierText(dossier);
      if (seenNow && seen.has(seenKey(residentId, seenNow))) return "seen-before";
      if ((changes.get(residentId)?.length ?? 0) !== version - 1) return "overtaken";
      dossiers.set(residentId, text);
      changes.set(residentId, [...(changes.get(residentId) ?? []), JSON.stringify(recorded)]);
      if (seenNow) seen.set(seenKey(residentId, seenNow), seenNow);
      return "appended";
    },

    readSeen: async (residentId, source, id) => seen.get(seenKey(residentId, { source, id })),

    remember: async (residentId, seenNow) => {
      const isNew = !seen.has(seenKey(residentId, seenNow));
      if (isNew) seen.set(seenKey(residentId, seenNow), seenNow);
      return isNew;
    },
  };
};
