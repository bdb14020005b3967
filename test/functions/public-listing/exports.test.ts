import { expect, test } from "vitest";
import { entriesOfPart, partIn, partsOf } from "#functions/public-listing/parts.ts";
import { ListingId } from "#shared/domain/listing.ts";
import { verifyExport } from "#shared/ranking/verify-export.ts";
import { anEntry, listingId } from "#test/support/a-listing.ts";
import { applicationNumber } from "#test/support/an-application.ts";
import { auditor, verifier } from "#test/support/calls.ts";
import { listingDesk } from "#test/support/listing-desk.ts";
import { memoryListings } from "#test/support/memory-listings.ts";
import { settlementOffice } from "#test/support/settlement-office.ts";
import { testIdentityKeys } from "#test/support/test-identity-keys.ts";

const keys = await testIdentityKeys();
const years = [9, 5, 5, 5, 7, 3];

const corrected = async () => {
  const office = await settlementOffice(
    years.map((pensionYears) => ({ pensionYears })),
    { keys },
  );
  await office.begin();
  const desk = listingDesk(office, ListingId.parse((await office.listing()).listing.listingId));
  const { objectionId } = (await desk.object(applicationNumber(2))).body;
  await desk.assign(objectionId);
  await desk.decide(objectionId, { outcome: "upheld", entry: "leave-out" });
  return desk;
};

test("anyone repeats the ranking of every revision from its export, and the auditor every commitment", async () => {
  const desk = await corrected();
  const exports = [
    await desk.public.export({ revision: 1 }),
    await desk.public.export(),
    await desk.audit(auditor("339901")),
  ].map(({ text }) => text.content);

  const verified = exports.map((content) => verifyExport(content));

  expect(verified.map(({ differences }) => differences)).toEqual([[], [], []]);
  const [one, two, audited] = verified.map(({ read }) => read?.digest);
  expect(two).toBe((await desk.listing()).digest);
  expect(audited).toBe(two);
  expect(one).not.toBe(two);
  expect(exports[2]).toContain('"secret"');
});

test("the auditor's export is for an auditor of the area", async () => {
  const desk = await corrected();

  await expect(desk.audit(auditor("339902"))).rejects.toMatchObject({ code: "listing-unknown" });
  await expect(desk.audit(verifier("housing", "339900"))).rejects.toMatchObject({ code: "listing-unknown" });
});

test("the table has a heading and a line for each entry, and nothing a spreadsheet would run", async () => {
  const desk = await corrected();

  const lines = (await desk.public.table({ lang: "en" })).text.content.split("\r\n");

  expect(lines[0]).toBe('\uFEFF"Place","Application","Applicant","Points","Result","Offer","Tier"');
  expect(lines).toHaveLength(years.length + 2);
  expect(lines[1]).toMatch(/^"1","A-0000-0000-0000-000\d","山\*","[\d.]+","placed","Dongxi Primary School",""$/);
});

test("parts joined are the whole, each entry once", async () => {
  const listings = memoryListings();
  const entries = Array.from({ length: 25 }, (_, at) => anEntry(at + 1));
  await listings.putEntries(listingId(1), 1, entries);
  // a table ends a page at a megabyte, long before a part is full
  const read = (request: Parameters<typeof listings.entries>[2]) =>
    listings.entries(listingId(1), 1, { ...request, limit: Math.min(request.limit, 3) });

  const parts = await Promise.all([1, 2, 3].map((part) => entriesOfPart(read, part, 10)));

  expect(parts.map(({ length }) => length)).toEqual([10, 10, 5]);
  expect(parts.flat()).toEqual(entries.map(({ entry }) => entry));
});

test("there are as many parts as it takes, one of an empty listing, and no more", () => {
  const counts = { placed: 7, "no-place": 3, "below-threshold": 0, "left-out": 1 };
  const none = { placed: 0, "no-place": 0, "below-threshold": 0, "left-out": 0 };

  expect([partsOf(counts, 5), partsOf(counts, 11), partsOf(none, 5)]).toEqual([3, 1, 1]);
  expect(partIn({ counts, revision: 2 }, 5, { part: 3 })).toEqual({ part: 3, revision: 2, isLast: true });
  expect(() => partIn({ counts, revision: 2 }, 5, { part: 4, revision: 3 })).toThrow(
    expect.objectContaining({
      code: "invalid-request",
      details: {
        errors: [
          { field: "part", detail: expect.any(String) },
          { field: "revision", detail: expect.any(String) },
        ],
      },
    }),
  );
});

test("a cursor keeps to its revision, also when another is made meanwhile", async () => {
  const office = await settlementOffice(
    years.map((pensionYears) => ({ pensionYears })),
    { keys },
  );
  await office.begin();
  const desk = listingDesk(office, ListingId.parse((await office.listing()).listing.listingId));
  const whole = (await desk.public.read()).body.entries;
  const begun = (await desk.public.read({ limit: 2 })).body;
  const { objectionId } = (await desk.object(applicationNumber(2))).body;
  await desk.assign(objectionId);
  await desk.decide(objectionId, { outcome: "upheld", entry: "leave-out" });

  const rest = (await desk.public.read({ cursor: begun.next ?? "" })).body;

  expect([rest.revision, rest.listing.revision]).toEqual([1, 2]);
  expect([...begun.entries, ...rest.entries]).toEqual(whole);
  await expect(desk.public.read({ cursor: "9.ZW50cnkjMDAwMDAwMg" })).rejects.toMatchObject({ code: "invalid-request" });
});
