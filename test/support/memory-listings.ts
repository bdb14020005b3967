import type { Listing, ListingId, RecordedListingStep } from "#shared/domain/listing.ts";
import {
  type EntryWithSecret,
  entryPlace,
  entryPlaces,
  listingIdIn,
  listingToItem,
  revisionOf,
  statePlaces,
} from "#shared/storage/listing-items.ts";
import type { Listings } from "#shared/storage/listings.ts";
import { pageOf } from "./memory-pages.ts";

/** Listings for tests of what stands on them; it passes the same cases as the table. */
export const memoryListings = (): Listings & { readonly follows: (listing: Listing) => boolean } => {
  // as text, so that nobody changes what is stored by changing what they read
  const stored = new Map<ListingId, string>();
  const steps = new Map<ListingId, string[]>();
  const entries = new Map<string, Map<string, string>>();

  const inOrder = (listingId: ListingId, revision: number): readonly EntryWithSecret[] =>
    [...(entries.get(revisionOf(listingId, revision)) ?? [])]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, text]) => JSON.parse(text));
  const placeOf = ({ entry }: EntryWithSecret) => entryPlace(entry.position);
  const read = (listingId: ListingId): Listing | undefined => {
    const text = stored.get(listingId);
    return text === undefined ? undefined : JSON.parse(text);
  };
  const follows = ({ listingId, version }: Listing): boolean => (read(listingId)?.version ?? 0) === version - 1;

  return {
    follows,

    read: async (listingId) => read(listingId),

    readSteps: async (listingId) => (steps.get(listingId) ?? []).map((text): RecordedListingStep => JSON.parse(text)),

    record: async (listing, recorded) => {
      const { listingId } = listing;
      if (!follows(listing)) return "overtaken";
      stored.set(listingId, JSON.stringify(listing));
      steps.set(listingId, [...(steps.get(listingId) ?? []), JSON.stringify(recorded)]);
      return "recorded";
    },

    putEntries: async (listingId, revision, written) => {
      const partition = revisionOf(listingId, revision);
      const there = entries.get(partition) ?? new Map<string, string>();
      for (const one of written) there.set(placeOf(one), JSON.stringify(one));
      entries.set(partition, there);
    },

    entries: async (listingId, revision, request) => {
      const page = pageOf(inOrder(listingId, revision), request, placeOf, entryPlaces);
      return { ...page, entries: page.entries.map(({ entry }) => entry) };
    },

    entry: async (listingId, revision, applicationNumber) =>
      inOrder(listingId, revision).find(({ entry }) => entry.applicationNumber === applicationNumber),

    entriesWithSecrets: async (listingId, revision, request) =>
      pageOf(inOrder(listingId, revision), request, placeOf, entryPlaces),

    public: async (request) => {
      const items = [...stored.values()]
        .map((text): Listing => JSON.parse(text))
        .filter(({ state }) => state === "public")
        .map(listingToItem)
        .sort((one, other) => ((one.statePlace?.S ?? "") > (other.statePlace?.S ?? "") ? -1 : 1));
      const page = pageOf(items, request, (item) => item.statePlace?.S ?? "", statePlaces);
      return { ...page, entries: page.entries.map(listingIdIn) };
    },
  };
};
