import { describe, expect, test } from "vitest";
import type { Listing } from "#shared/domain/listing.ts";
import type { Listings } from "#shared/storage/listings.ts";
import type { Objections } from "#shared/storage/objections.ts";
import { listingId, listingTerm, making, nextListing, publishing } from "#test/support/a-listing.ts";
import { nextObjection, objecting, objectionId } from "#test/support/an-objection.ts";
import { area } from "#test/support/people.ts";

/** What every place of objections has to do. */
export const objectionsCases = (
  make: () => Promise<{ readonly objections: Objections; readonly listings: Listings }>,
): void => {
  const published = async (listings: Listings): Promise<Listing> => {
    const made = nextListing(listingId(1), making());
    const { listing, recorded } = nextListing(made.listing, publishing);
    await listings.record(made.listing, made.recorded);
    await listings.record(listing, recorded);
    return listing;
  };

  describe("an objection", () => {
    test("is read as it was recorded, with its steps in order", async () => {
      const { objections } = await make();
      const first = nextObjection(objectionId(1), objecting());
      const second = nextObjection(first.objection, { type: "assigned" });

      expect(await objections.record(first.objection, first.recorded)).toBe("recorded");
      expect(await objections.record(second.objection, second.recorded)).toBe("recorded");

      expect(await objections.read(listingId(1), objectionId(1))).toEqual(second.objection);
      expect(await objections.readSteps(listingId(1), objectionId(1))).toEqual([first.recorded, second.recorded]);
      expect(await objections.read(listingId(2), objectionId(1))).toBeUndefined();
    });

    test("begins once, and takes one of two steps at once", async () => {
      const { objections } = await make();
      const first = nextObjection(objectionId(1), objecting());
      await objections.record(first.objection, first.recorded);
      const assigned = nextObjection(first.objection, { type: "assigned" });
      const withdrawn = nextObjection(first.objection, { type: "withdrawn" });

      expect(await objections.record(first.objection, first.recorded)).toBe("overtaken");
      const outcomes = await Promise.all(
        [assigned, withdrawn].map(({ objection, recorded }) => objections.record(objection, recorded)),
      );

      expect([...outcomes].sort()).toEqual(["overtaken", "recorded"]);
    });

    test("is written together with what it does to its listing, or not at all", async () => {
      const { objections, listings } = await make();
      const listing = await published(listings);
      const [one, other] = [nextObjection(objectionId(1), objecting()), nextObjection(objectionId(2), objecting())];
      const taken = nextListing(listing, { type: "objection-taken" });

      expect(await objections.record(one.objection, one.recorded, taken)).toBe("recorded");
      expect(await objections.record(other.objection, other.recorded, taken)).toBe("overtaken");

      expect((await listings.read(listingId(1)))?.openObjections).toBe(1);
      expect(await objections.read(listingId(1), objectionId(2))).toBeUndefined();
    });

    test("is listed with the others of its listing, page by page", async () => {
      const { objections } = await make();
      for (const number of [3, 1, 2]) {
        const { objection, recorded } = nextObjection(objectionId(number), objecting());
        await objections.record(objection, recorded);
      }

      const first = await objections.ofListing(listingId(1), { limit: 2 });
      const rest = await objections.ofListing(listingId(1), {
        limit: 2,
        ...(first.cursor && { cursor: first.cursor }),
      });

      expect(first.entries.map((one) => one.objectionId)).toEqual([objectionId(1), objectionId(2)]);
      expect(rest.entries.map((one) => one.objectionId)).toEqual([objectionId(3)]);
      expect((await objections.ofListing(listingId(2), { limit: 2 })).entries).toEqual([]);
    });

    test("waits in its department's queue while it is open, the earliest due first", async () => {
      const { objections } = await make();
      const later = { ...listingTerm, dueOn: "2024-09-20" as typeof listingTerm.dueOn };
      const steps = [
        nextObjection(objectionId(1), objecting({ term: later })),
        nextObjection(objectionId(2), objecting({ area: area("339902") })),
        nextObjection(objectionId(3), objecting({ department: "housing" })),
        nextObjection(objectionId(4), objecting()),
      ];
      for (const { objection, recorded } of steps) await objections.record(objection, recorded);
      const ended = nextObjection(nextObjection(objectionId(4), objecting()).objection, { type: "withdrawn" });
      await objections.record(ended.objection, ended.recorded);

      const queue = async () =>
        (await objections.queue("education", area("339901"), { limit: 10 })).entries.map((one) => one.objectionId);
      await expect.poll(queue).toEqual([objectionId(2), objectionId(1)]);
    });
  });
};
