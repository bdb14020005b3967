import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { exactPoints } from "#shared/domain/points.ts";
import { listingId, making, nextListing, publishing } from "#test/support/a-listing.ts";
import { publication, putProgramme, someTerms } from "#test/support/a-programme.ts";
import {
  type ApplicationOffice,
  applicationOffice,
  appliedAt,
  herself,
  himself,
  mother,
} from "#test/support/application-office.ts";
import { window } from "#test/support/calls.ts";

const seed = { type: "seed-drawn", seed: "1", source: "a drawing" };
const settled = [seed, { type: "settlement-begun" }, { type: "listed", listingId: listingId(1), dueOn: "2024-06-10" }];

/** The listing of the programme's round, with the application at this position. */
const list = async ({ listings, goOn }: ApplicationOffice, entry: object) => {
  const made = nextListing(listingId(1), { ...making(), lines: { east: exactPoints(42) } } as never);
  const secret = { residentId: mother, salt: "s", nameSeal: "n", values: [] };
  await listings.putEntries(listingId(1), 1, [{ entry, secret: { ...entry, ...secret } } as never]);
  await listings.record(made.listing, made.recorded);
  const public_ = nextListing(made.listing, publishing);
  await listings.record(public_.listing, public_.recorded);
  for (const step of settled) await goOn(step as never, "verifier" as never);
};

const entryOf = (applicationNumber: string) => ({
  ...{
    place: 3,
    position: 4,
    applicationNumber,
    maskedName: "何*",
    points: exactPoints(40),
    ties: [],
    wishes: ["east"],
  },
  ...{ result: "no-place", commitment: "c" },
});

describe("where one stands", () => {
  test("is known from the listing on: position, points that count, and how far from the line at each wish", async () => {
    const office = await applicationOffice();
    const applicationNumber = await appliedAt(office, herself, { wishes: ["east", "west"] });
    await list(office, entryOf(applicationNumber));

    expect(await office.standing(herself, applicationNumber)).toMatchObject({
      body: {
        ...{ isRanked: true, position: 4, place: 3, result: "no-place", points: 40, pointsAsOf: "2024-05-24" },
        threshold: null,
        wishes: [
          { offer: "east", line: 42, distance: -2, lastYear: null },
          { offer: "west", line: null, distance: null, lastYear: null },
        ],
      },
    });
  });

  test("before that, one sees today's points, and how far they are from the threshold", async () => {
    const office = await applicationOffice({ terms: someTerms({ threshold: 12.5 }) });
    const applicationNumber = await appliedAt(office);

    expect(await office.standing(herself, applicationNumber)).toMatchObject({
      body: {
        ...{ isRanked: false, position: null, result: null, points: 5, pointsAsOf: "2024-05-10" },
        threshold: { line: 12.5, distance: -7.5 },
        wishes: [{ offer: "east", line: null, distance: null, lastYear: null }],
      },
    });
  });

  test("without a valid permit no points count, and none are shown as 0", async () => {
    const office = await applicationOffice();
    const applicationNumber = await appliedAt(office);
    await office.suspendPermit(mother);

    expect(await office.standing(herself, applicationNumber)).toMatchObject({ body: { points: null } });
  });

  test("in the second round the first one's is still told", async () => {
    const secondRound = { opensOn: "2024-07-01", closesOn: "2024-07-05", cutOffOn: "2024-07-08" };
    const office = await applicationOffice({ terms: someTerms({ secondRound }) });
    const applicationNumber = await appliedAt(office);
    await list(office, entryOf(applicationNumber));
    await office.goOn({ type: "finalised" } as never);
    await office.goOn({ type: "second-round-begun", left: { east: 1, west: 0 } } as never);

    expect(await office.standing(herself, applicationNumber)).toMatchObject({
      body: { isRanked: true, position: 4, wishes: [{ line: 42 }] },
    });
  });
});

describe("last year's line", () => {
  test("is that of the same service in the same area, once that year has ended", async () => {
    const office = await applicationOffice();
    const applicationNumber = await appliedAt(office);
    const before = { ...someTerms(), year: 2023 };
    const made = nextListing(listingId(2), { ...making(), lines: { east: exactPoints(4) } } as never, "2023-06-12");
    await office.listings.record(made.listing, made.recorded);
    const steps = [...settled.slice(0, 2), { ...settled[2], listingId: listingId(2) }, { type: "finalised" }];
    const taken = steps.map((step) => ({ step, role: "system", on: "2023-09-01" }));
    await putProgramme(office.programmes, before, [publication, ...taken] as never, 2);
    await putProgramme(office.programmes, { ...before, service: "welfare" }, [publication, ...taken] as never, 3);

    expect(await office.standing(herself, applicationNumber)).toMatchObject({
      body: { wishes: [{ line: null, lastYear: { line: 4, distance: 1 } }] },
    });
  });
});

test("nobody else is told where somebody stands; a window of the area is", async () => {
  const office = await applicationOffice();
  const applicationNumber = await appliedAt(office);
  office.calendar.today = date("2024-05-12");

  expect(await office.standing(window("339901"), applicationNumber)).toMatchObject({ status: 200 });
  expect(await office.standing(window("339902"), applicationNumber)).toBe("resident-unknown");
  expect(await office.standing(himself, applicationNumber)).toBe("application-unknown");
});
