import type { ApplicationNumber } from "#shared/domain/application.ts";
import type { EntrySecret, Listing, ListingEntry, ListingId, RecordedListingStep } from "#shared/domain/listing.ts";
import { type Item, json, jsonIn, sortable, text, textIn, whole, wholeIn } from "./attributes.ts";

/** The keys and codecs of listings and their entries in the table `listings`. */
export const listingKey = (listingId: ListingId): Item => ({ listing: text(listingId), item: text("current") });

/** What is public now carries its place in the index. */
export const listingToItem = (listing: Listing): Item => ({
  ...listingKey(listing.listingId),
  version: whole(listing.version),
  body: json(listing),
  ...(listing.state === "public" && {
    state: text(listing.state),
    statePlace: text(`${listing.publishedAt ?? ""}#${listing.listingId}`),
  }),
});

export const listingFromItem = (item: Item): Listing => jsonIn(item, "body");

export const statePlaces = /^\d{4}-[^#]*#n-[0-9a-z]{26}$/;

export const listingIdIn = (item: Item): ListingId => textIn(item, "statePlace").split("#")[1] as ListingId;

export const stepPrefix = "step#";

export const listingStepToItem = (recorded: RecordedListingStep): Item => ({
  listing: text(recorded.listingId),
  item: text(`${stepPrefix}${sortable(recorded.version)}`),
  recorded: json(recorded),
});

export const listingStepFromItem = (item: Item): RecordedListingStep => jsonIn(item, "recorded");

/** Entries lie apart from their listing, each revision by itself. */
export const revisionOf = (listingId: ListingId, revision: number): string => `${listingId}#${revision}`;

export const entryPrefix = "entry#";

export const entryPlaces = /^entry#\d{7}$/;

export const entryPlace = (position: number): string => `${entryPrefix}${`${position}`.padStart(7, "0")}`;

export const entryKey = (partition: string, place: string): Item => ({ listing: text(partition), item: text(place) });

/** What is behind an entry is an attribute of its own, which whoever reads for the public does not ask for. */
export const entryToItem = (partition: string, { entry, secret }: EntryWithSecret): Item => ({
  ...entryKey(partition, entryPlace(entry.position)),
  entry: json(entry),
  secret: json(secret),
});

export interface EntryWithSecret {
  readonly entry: ListingEntry;
  readonly secret: EntrySecret;
}

export const entryFromItem = (item: Item): ListingEntry => jsonIn(item, "entry");

export const entryWithSecretFromItem = (item: Item): EntryWithSecret => ({
  entry: entryFromItem(item),
  secret: jsonIn(item, "secret"),
});

export const numberKey = (partition: string, applicationNumber: ApplicationNumber): Item => ({
  listing: text(partition),
  item: text(`number#${applicationNumber}`),
});

export const numberToItem = (partition: string, { applicationNumber, position }: ListingEntry): Item => ({
  ...numberKey(partition, applicationNumber),
  position: whole(position),
});

export const positionIn = (item: Item): number => wholeIn(item, "position");
