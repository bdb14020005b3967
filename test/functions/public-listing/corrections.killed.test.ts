import { expect, test } from "vitest";
import { finishCorrections } from "#functions/public-listing/finish-corrections.ts";
import { ListingId } from "#shared/domain/listing.ts";
import { applicationNumber } from "#test/support/an-application.ts";
import { listingDesk } from "#test/support/listing-desk.ts";
import { mortal } from "#test/support/mortal.ts";
import { settlementOffice } from "#test/support/settlement-office.ts";
import { testIdentityKeys } from "#test/support/test-identity-keys.ts";

const keys = await testIdentityKeys();

/** An upheld objection on which the process dies after so many calls, and what the daily duty makes of it. */
const corrected = async (diesAfter: number) => {
  const office = await settlementOffice([{ pensionYears: 9 }, { pensionYears: 7 }, { pensionYears: 5 }], { keys });
  await office.begin();
  const listingId = ListingId.parse((await office.listing()).listing.listingId);
  const alive = listingDesk(office, listingId);
  const { objectionId } = (await alive.object(applicationNumber(2))).body;
  await alive.assign(objectionId);
  const death = mortal(diesAfter);
  const dying = listingDesk(office, listingId, { death, objections: alive.objections });
  await dying.decide(objectionId, { outcome: "upheld", entry: "leave-out" }).catch(() => undefined);

  await finishCorrections(alive.deciding)();
  return { office, alive, objectionId, calls: death.calls() };
};

test("a correction that is cut off anywhere is carried out whole, or not at all", async () => {
  const whole = await corrected(Number.POSITIVE_INFINITY);
  const { revision, digest } = await whole.alive.listing();
  expect(revision).toBe(2);

  for (let diesAfter = 1; diesAfter <= whole.calls; diesAfter++) {
    const { office, alive, objectionId } = await corrected(diesAfter);
    const before = await alive.listing();
    if (before.revision === 1) {
      expect(before).toMatchObject({ openObjections: 1 });
      await alive.decide(objectionId, { outcome: "upheld", entry: "leave-out" });
    }

    const listing = await alive.listing();
    expect([listing.revision, listing.openObjections, listing.correcting]).toEqual([2, 0, undefined]);
    expect(listing.digest).toBe(digest);
    expect((await office.applications.read(applicationNumber(2)))?.state).toBe("left-out");
  }
});

test("a correction that fails holds up no other, and is seen", async () => {
  const office = await settlementOffice([{ pensionYears: 9 }, { pensionYears: 7 }], { keys });
  await office.begin();
  const listingId = ListingId.parse((await office.listing()).listing.listingId);
  const desk = listingDesk(office, listingId);
  const { objectionId } = (await desk.object(applicationNumber(2))).body;
  await desk.assign(objectionId);
  const death = mortal(8);
  const dying = listingDesk(office, listingId, { death, objections: desk.objections });
  await dying.decide(objectionId, { outcome: "upheld", entry: "leave-out" }).catch(() => undefined);
  expect((await desk.listing()).correcting).toBeDefined();
  const unreadable = ListingId.parse(`${listingId.slice(0, -1)}${listingId.endsWith("a") ? "b" : "a"}`);
  const { listings } = desk.deciding;
  const read: typeof listings.read = async (id) => {
    if (id === unreadable) throw new Error("throttled");
    return listings.read(id);
  };
  const page = async () => ({ entries: [unreadable, listingId] });

  const finished = finishCorrections({ ...desk.deciding, listings: { ...listings, read, public: page } })();

  await expect(finished).rejects.toThrow("1 corrections were not finished");
  expect((await desk.listing()).revision).toBe(2);
});
