import type { Dossier, RecordedChange } from "#shared/domain/dossier.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { type Item, json, jsonIn, sortable, text, textIn, whole } from "./attributes.ts";
import { dossierText } from "./dossier-text.ts";
import type { Seen } from "./residents.ts";

/** The keys and codecs of the table `residents`. */
export const dossierKey = (residentId: ResidentId): Item => ({ residentId: text(residentId), item: text("current") });

/** @throws Refusal dossier-too-large */
export const dossierToItem = (dossier: Dossier): Item => ({
  ...dossierKey(dossier.residentId),
  version: whole(dossier.version),
  dossier: text(dossierText(dossier)),
});

export const dossierFromItem = (item: Item): Dossier => jsonIn(item, "dossier");

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
