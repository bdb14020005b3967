import type { Dossier, RecordedChange } from "#shared/domain/dossier.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import { bytes, type Item, json, jsonIn, sortable, text, textIn, whole, wholeIn } from "./attributes.ts";
import { dossierText } from "./dossier-text.ts";
import { packSubject, unpackSubject } from "./packed-subject.ts";
import type { Seen, VersionedSubject } from "./residents.ts";
import { shardOf } from "./shards.ts";

/** The keys and codecs of the table `residents`. */
export const dossierKey = (residentId: ResidentId): Item => ({ residentId: text(residentId), item: text("current") });

/**
 * The dossier, and beside it the same decoded and packed, so that neither is ever without the other's change.
 * @throws Refusal dossier-too-large
 */
export const dossierToItem = (dossier: Dossier): Item => ({
  ...dossierKey(dossier.residentId),
  version: whole(dossier.version),
  dossier: text(dossierText(dossier)),
  packed: bytes(packSubject(subjectOf(dossier))),
  shard: text(shardOf(dossier.residentId)),
});

// dossiers were written before reviews could correct them
export const dossierFromItem = (item: Item): Dossier => ({
  corrections: [],
  ...jsonIn<Omit<Dossier, "corrections">>(item, "dossier"),
});

/** Nothing where the item was packed by a program of another packed format, or never. */
export const subjectFromItem = (residentId: ResidentId, item: Item): VersionedSubject | undefined => {
  const { packed } = item;
  const subject = packed?.B && unpackSubject(packed.B);
  return subject && { residentId, version: wholeIn(item, "version"), subject };
};

export const changeItem = (version: number): string => `change#${sortable(version)}`;

export const changeToItem = (recorded: RecordedChange): Item => ({
  residentId: text(recorded.residentId),
  item: text(changeItem(recorded.version)),
  recorded: json(recorded),
});

export const changeFromItem = (item: Item): RecordedChange => jsonIn(item, "recorded");

export const seenKey = (residentId: ResidentId, source: string, id: string): Item => ({
  residentId: text(residentId),
  item: text(`seen#${source}#${id}`),
});

export const seenToItem = (residentId: ResidentId, seen: Seen): Item => ({
  ...seenKey(residentId, seen.source, seen.id),
  bodyHash: text(seen.bodyHash),
  receivedAt: text(seen.receivedAt),
});

export const seenFromItem = (item: Item): Seen => {
  const [, source = "", ...id] = textIn(item, "item").split("#");
  return { source, id: id.join("#"), bodyHash: textIn(item, "bodyHash"), receivedAt: textIn(item, "receivedAt") };
};
