import type { ApplicationNumber } from "#shared/domain/application.ts";
import type { EntrySecret, Listing, ListingEntry, ListingId, RecordedListingStep } from "#shared/domain/listing.ts";
import type { Page, PageRequest } from "./scores.ts";

/** The listings, the steps that made them, and the entries of each revision. Every read but of an index is strongly consistent. */
export interface Listings {
  read(listingId: ListingId): Promise<Listing | undefined>;

  /** From the first one on. */
  readSteps(listingId: ListingId): Promise<readonly RecordedListingStep[]>;

  /** Writes one step and the listing it makes: all or nothing. */
  record(listing: Listing, recorded: RecordedListingStep): Promise<"recorded" | "overtaken">;

  /**
   * Writes entries of a revision that no listing names yet, and what is behind them. Writing the same ones again
   * changes nothing.
   */
  putEntries(
    listingId: ListingId,
    revision: number,
    entries: readonly { readonly entry: ListingEntry; readonly secret: EntrySecret }[],
  ): Promise<void>;

  /** In the order in which they stand. */
  entries(listingId: ListingId, revision: number, request: PageRequest): Promise<Page<ListingEntry>>;

  /** One, by its application number. */
  entry(
    listingId: ListingId,
    revision: number,
    applicationNumber: ApplicationNumber,
  ): Promise<{ readonly entry: ListingEntry; readonly secret: EntrySecret } | undefined>;

  /** With what is behind them, for whoever ranks again or audits. */
  entriesWithSecrets(
    listingId: ListingId,
    revision: number,
    request: PageRequest,
  ): Promise<Page<{ readonly entry: ListingEntry; readonly secret: EntrySecret }>>;

  /** Those that are public now, the latest first. A moment old, like every index. */
  public(request: PageRequest): Promise<Page<ListingId>>;
}
