import type { AreaCode } from "#shared/domain/area.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { type Item, json, jsonIn, sortable, text, whole } from "./attributes.ts";
import { type Shard, shardOf } from "./shards.ts";
import type { Basis, RecordedScore, StoredScore } from "./stored-score.ts";

/** The keys and codecs of the table `scores`. */
export const scoreKey = (residentId: ResidentId): Item => ({ residentId: text(residentId), item: text("current") });

/** Only the current score carries the keys of the indexes; and those of `due` only if it changes by the calendar. */
export const scoreToItem = (score: StoredScore): Item => ({
  ...scoreKey(score.residentId),
  dossierVersion: whole(score.basis.dossierVersion),
  registryRevision: whole(score.basis.registryRevision),
  asOf: text(score.basis.asOf),
  areaShard: text(areaShard(score.area, shardOf(score.residentId))),
  ...(score.nextChangeOn !== null && {
    shard: text(shardOf(score.residentId)),
    nextChangeOnResident: text(`${score.nextChangeOn}#${score.residentId}`),
  }),
  score: json(score),
});

export const scoreFromItem = (item: Item): StoredScore => jsonIn(item, "score");

export const areaShard = (area: AreaCode, shard: Shard): string => `${area}#${shard}`;

/** Saved bases only grow, so that this order is the order of saving. */
export const historyItem = ({ dossierVersion, registryRevision, asOf }: Basis): string =>
  `history#${sortable(dossierVersion)}#${sortable(registryRevision)}#${asOf}`;

export const historyToItem = (score: RecordedScore): Item => ({
  residentId: text(score.residentId),
  item: text(historyItem(score.basis)),
  score: json(score),
});

export const historyFromItem = (item: Item): RecordedScore => jsonIn(item, "score");

/** The places at which pages end, for cursors. */
export const historyPlaces = /^history#\d{10}#\d{10}#\d{4}-\d\d-\d\d$/;
export const duePlaces = /^\d{4}-\d\d-\d\d#r-[0-9a-z]{26}$/;
