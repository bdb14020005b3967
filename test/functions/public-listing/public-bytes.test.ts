import type { Context } from "aws-lambda";
import { expect, test } from "vitest";
import { printListing } from "#functions/public-listing/print-listing.ts";
import { readListing } from "#functions/public-listing/read-listing.ts";
import { printListingEndpoint, readListingEndpoint } from "#shared/contract/listings.ts";
import type { Application } from "#shared/domain/application.ts";
import { ListingId } from "#shared/domain/listing.ts";
import type { HttpHandler } from "#shared/http/http-event.ts";
import { route } from "#shared/http/route.ts";
import { applicationNumber } from "#test/support/an-application.ts";
import { auditor, resident, verifier, window } from "#test/support/calls.ts";
import { gatewayEvent, type SentRequest } from "#test/support/gateway-event.ts";
import { decider, listingDesk } from "#test/support/listing-desk.ts";
import { person, residentId } from "#test/support/people.ts";
import { type AnApplicant, settlementOffice } from "#test/support/settlement-office.ts";
import { testIdentityKeys } from "#test/support/test-identity-keys.ts";

const keys = await testIdentityKeys();

/** Two who tie on everything but the lot, one who is left out. */
const applicants: readonly AnApplicant[] = [
  { pensionYears: 9 },
  { pensionYears: 5 },
  { pensionYears: 5 },
  { pensionYears: 7, as: (one) => one.withNothingKnownOf("education") },
];
const numbers = applicants.map((_, at) => applicationNumber(at + 1));
const [first, second] = numbers as [never, never];

const listed = async (terms = {}) => {
  const office = await settlementOffice(applicants, { keys, terms });
  await office.begin();
  const listingId = ListingId.parse((await office.listing()).listing.listingId);
  return { office, listingId, desk: listingDesk(office, listingId) };
};

const answered = (handler: HttpHandler, sent: SentRequest) => handler(gatewayEvent(sent), {} as Context);

/** All that anyone can get of a listing, as text. */
const publicBytes = async ({ public: all }: ReturnType<typeof listingDesk>): Promise<string> => {
  const texts = await Promise.all([
    all.list(),
    all.read(),
    all.read({ revision: 1 }),
    ...numbers.map((number) => all.entry(number)),
    all.export(),
    ...["zh", "en"].flatMap((lang) => [all.table({ lang }), all.page({ lang })]),
  ]);
  return texts.map((answer) => JSON.stringify(answer)).join("\n");
};

/** What of an application nobody else may know. */
const privateOf = (application: Application): readonly string[] => [
  application.residentId,
  application.appliedAt,
  ...application.filers,
  ...application.decidedBy,
  ...(application.frozen ?? []).flatMap(({ digest, registeredOn }) => [digest, registeredOn ?? "nothing known"]),
];

test("no public byte holds a name, a number, an id, a salt or a value of anybody", async () => {
  const { office, desk, listingId } = await listed();
  const { objectionId } = (await desk.object(first)).body;
  await desk.assign(objectionId);
  await desk.decide(objectionId, { outcome: "upheld", entry: "leave-out" });
  const bytes = await publicBytes(desk);

  const { entries } = await office.listings.entriesWithSecrets(listingId, 2, { limit: 100 });
  expect(entries).toHaveLength(applicants.length);
  for (const [at, number] of numbers.entries()) {
    const application = await office.applications.read(number);
    const secret = entries.find(({ entry }) => entry.applicationNumber === number)?.secret;
    if (!application || !secret) throw new Error("an applicant is missing");
    const { name, identityNumber } = person(at + 1);
    const hidden = [
      ...[name, identityNumber, identityNumber.slice(6, 14), secret.salt, secret.nameSeal, secret.residentId],
      ...secret.values.filter((value) => typeof value === "string"),
      ...privateOf(application),
    ];
    for (const value of hidden) expect(bytes).not.toContain(value);
    expect(bytes).toContain(number);
  }
  for (const internal of ["they moved away", "objector", decider.subject, "salt", "residentId", "nameSeal"]) {
    expect(bytes).not.toContain(internal);
  }
});

test("no public byte exists before the listing is public, and whoever answers for it sees it", async () => {
  const { desk } = await listed({ previewWorkingDays: 3 });

  for (const ask of [desk.public.read, desk.public.export, desk.public.table, desk.public.page]) {
    await expect(ask()).rejects.toMatchObject({ code: "listing-unknown" });
  }
  await expect(desk.public.entry(first)).rejects.toMatchObject({ code: "listing-unknown" });
  await expect(desk.public.prove({ applicationNumber: first, name: "山雨", salt: "x" })).rejects.toMatchObject({
    code: "listing-unknown",
  });
  expect((await desk.public.list()).body.listings).toEqual([]);
  await expect(desk.object(first)).rejects.toMatchObject({ code: "listing-unknown" });

  expect((await desk.preview(decider)).body.entries).toHaveLength(4);
  for (const caller of [verifier("housing", "339900"), verifier("education", "339902"), auditor("339902")]) {
    await expect(desk.preview(caller)).rejects.toMatchObject({ code: "listing-unknown" });
  }
  expect((await desk.own(first, resident(residentId(1)))).body.listing.state).toBe("preview");
});

test("the salt is given to the applicant and the window of their area, and to nobody else", async () => {
  const { desk } = await listed();
  const asWindow = (area: string) => ({ ...window(area), residentId: residentId(1) });

  expect((await desk.own(first, resident(residentId(1)))).body.salt).toHaveLength(43);
  expect((await desk.own(first, asWindow("339901"))).body.salt).toHaveLength(43);
  await expect(desk.own(first, asWindow("339902"))).rejects.toMatchObject({ code: "resident-unknown" });
  await expect(desk.own(first, resident(residentId(2)))).rejects.toMatchObject({ code: "listing-entry-unknown" });
  await expect(desk.own("A-9999-9999-9999-9999", resident(residentId(1)))).rejects.toMatchObject({
    code: "listing-entry-unknown",
  });
});

test("an applicant proves with salt and name that an entry is theirs; any other name, salt or number does not", async () => {
  const { desk } = await listed();
  const { salt } = (await desk.own(first, resident(residentId(1)))).body;
  const proven = async (differing: object) =>
    (await desk.public.prove({ applicationNumber: first, name: "山雨", salt, ...differing })).body.genuine;

  expect(await proven({})).toBe(true);
  expect(await proven({ name: " 山 雨 " })).toBe(true);
  expect(await proven({ name: "山雪" })).toBe(false);
  expect(await proven({ salt: `${salt.slice(1)}0` })).toBe(false);
  expect(await proven({ applicationNumber: second })).toBe(false);
  expect(await proven({ applicationNumber: "A-9999-9999-9999-9999" })).toBe(false);
});

test("a listing is kept for 300 seconds at most, revalidated by its tag, and gone after its end", async () => {
  const { office, desk, listingId } = await listed();
  const { listings, termsOf } = desk.deciding;
  const reading = route(readListingEndpoint, readListing(listings, termsOf));
  const printing = route(printListingEndpoint, printListing(listings, termsOf));
  const sent = { claims: null, params: { listingId } };

  const { statusCode, headers } = await answered(reading, sent);
  expect([statusCode, headers["cache-control"]]).toEqual([200, "public, max-age=300"]);
  const again = await answered(reading, { ...sent, headers: { "if-none-match": headers.etag ?? "" } });
  expect([again.statusCode, again.body]).toEqual([304, undefined]);
  const page = await answered(printing, sent);
  expect([page.headers["content-type"], page.headers["cache-control"]]).toEqual([
    "text/html; charset=utf-8",
    "public, max-age=300",
  ]);
  const { digest, counts } = await desk.listing();

  await office.keep("2024-06-30");

  for (const handler of [reading, printing]) {
    const ended = await answered(handler, sent);
    expect([ended.statusCode, ended.headers["cache-control"]]).toEqual([410, "no-store"]);
    const problem = JSON.parse(ended.body ?? "");
    expect(problem).toMatchObject({ type: "/problems/listing-ended", digest, counts });
    for (const number of numbers) expect(ended.body).not.toContain(number);
  }
});
