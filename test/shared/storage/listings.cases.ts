import { describe, expect, test } from "vitest";
import type { Listing } from "#shared/domain/listing.ts";
import type { Listings } from "#shared/storage/listings.ts";
import { anEntry, listingId, making, nextListing, publishing } from "#test/support/a-listing.ts";
import { applicationNumber } from "#test/support/an-application.ts";

/** What every place of listings has to do. */
export const listingsCases = (make: () => Promise<Listings>): void => {
  const made = async (listings: Listings, number = 1): Promise<Listing> => {
    const { listing, recorded } = nextListing(listingId(number), making());
    await listings.record(listing, recorded);
    return listing;
  };
  const published = async (listings: Listings, number = 1, on = "2024-09-02"): Promise<Listing> => {
    const { listing, recorded } = nextListing(await made(listings, number), publishing, on);
    await listings.record(listing, recorded);
    return listing;
  };

  describe("a listing", () => {
    test("is unknown before it was made", async () => {
      const listings = await make();
      await made(listings);

      expect(await listings.read(listingId(2))).toBeUndefined();
      expect(await listings.readSteps(listingId(2))).toEqual([]);
    });

    test("is read as it was recorded, with its steps in order", async () => {
      const listings = await make();

      const listing = await published(listings);

      expect(await listings.read(listingId(1))).toEqual(listing);
      const steps = await listings.readSteps(listingId(1));
      expect(steps.map(({ step, version }) => [version, step.type])).toEqual([
        [1, "made"],
        [2, "published"],
      ]);
    });

    test("takes one of two steps at once, and the other leaves no trace", async () => {
      const listings = await make();
      const before = await made(listings);
      const one = nextListing(before, publishing);
      const other = nextListing(before, { type: "replaced" });

      const outcomes = await Promise.all([
        listings.record(one.listing, one.recorded),
        listings.record(other.listing, other.recorded),
      ]);

      expect([...outcomes].sort()).toEqual(["overtaken", "recorded"]);
      expect(await listings.readSteps(listingId(1))).toHaveLength(2);
    });

    test("is among the public ones while it is public, the latest first", async () => {
      const listings = await make();
      await made(listings, 1);
      await published(listings, 2, "2024-09-03");
      await published(listings, 3, "2024-09-04");
      const { listing, recorded } = nextListing(
        await published(listings, 4, "2024-09-05"),
        { type: "closed" },
        "2024-09-20",
      );
      await listings.record(listing, recorded);

      await expect
        .poll(async () => (await listings.public({ limit: 10 })).entries)
        .toEqual([listingId(3), listingId(2)]);
      const first = await listings.public({ limit: 1 });
      const rest = await listings.public({ limit: 1, ...(first.cursor && { cursor: first.cursor }) });
      expect([first.entries, rest.entries, rest.cursor]).toEqual([[listingId(3)], [listingId(2)], undefined]);
    });
  });

  describe("the entries of a revision", () => {
    const entries = Array.from({ length: 60 }, (_, at) => anEntry(at + 1));

    test("come in the order in which they stand, page by page", async () => {
      const listings = await make();
      await listings.putEntries(listingId(1), 1, [...entries].reverse());

      const first = await listings.entries(listingId(1), 1, { limit: 40 });
      const rest = await listings.entries(listingId(1), 1, {
        limit: 40,
        ...(first.cursor && { cursor: first.cursor }),
      });

      expect([...first.entries, ...rest.entries]).toEqual(entries.map(({ entry }) => entry));
      expect(rest.cursor).toBeUndefined();
    });

    test("come with what is behind them only where that is asked for", async () => {
      const listings = await make();
      await listings.putEntries(listingId(1), 1, entries.slice(0, 2));

      expect(JSON.stringify(await listings.entries(listingId(1), 1, { limit: 10 }))).not.toContain("salt");
      expect((await listings.entriesWithSecrets(listingId(1), 1, { limit: 10 })).entries).toEqual(entries.slice(0, 2));
    });

    test("are found by their application number, and by no other", async () => {
      const listings = await make();
      await listings.putEntries(listingId(1), 1, entries);

      expect(await listings.entry(listingId(1), 1, applicationNumber(42))).toEqual(entries[41]);
      expect(await listings.entry(listingId(1), 1, applicationNumber(99))).toBeUndefined();
      expect(await listings.entry(listingId(2), 1, applicationNumber(42))).toBeUndefined();
    });

    test("may be written twice, and are there once", async () => {
      const listings = await make();
      await listings.putEntries(listingId(1), 1, entries);
      await listings.putEntries(listingId(1), 1, entries);

      expect((await listings.entries(listingId(1), 1, { limit: 100 })).entries).toHaveLength(60);
    });

    test("stand apart from those of another revision", async () => {
      const listings = await make();
      await listings.putEntries(listingId(1), 1, entries.slice(0, 2));
      await listings.putEntries(listingId(1), 2, [anEntry(1, { applicationNumber: applicationNumber(2) })]);

      expect((await listings.entries(listingId(1), 1, { limit: 10 })).entries).toHaveLength(2);
      expect((await listings.entries(listingId(1), 2, { limit: 10 })).entries).toHaveLength(1);
      expect((await listings.entry(listingId(1), 2, applicationNumber(2)))?.entry.position).toBe(1);
    });

    test("refuse a cursor that is none of theirs", async () => {
      const listings = await make();

      await expect(listings.entries(listingId(1), 1, { limit: 1, cursor: "bm8" })).rejects.toMatchObject({
        code: "invalid-request",
      });
    });
  });
};
