import { describe, expect, test } from "vitest";
import { ListingId } from "#shared/domain/listing.ts";
import { type AnApplicant, settlementOffice } from "#test/support/settlement-office.ts";
import { testIdentityKeys } from "#test/support/test-identity-keys.ts";

const keys = await testIdentityKeys();
const incomplete: AnApplicant = { pensionYears: 9, as: (resident) => resident.withNothingKnownOf("education") };
const complete: AnApplicant = { pensionYears: 3 };

describe("who is incomplete at the cut-off", () => {
  test.each([
    ["as-known", ["placed", "placed"]],
    ["leave-out", ["placed", "left-out"]],
  ])("goes on by the rule of the programme: %s", async (notReady, results) => {
    const office = await settlementOffice([incomplete, complete], { keys, terms: { notReady } });

    await office.begin();

    expect((await office.listing()).entries.map(({ result }) => result)).toEqual(results);
  });

  test("holds up the ranking where somebody has to say, and goes on once it is said", async () => {
    const office = await settlementOffice([incomplete, complete], { keys, terms: { notReady: "ask" } });
    await office.begin();
    const waiting = await office.programme();

    await office.step(1, { type: "readiness-decided", decision: "as-known", reason: "the school has burnt down" });
    await office.begin();

    expect([waiting.state, waiting.listingId]).toEqual(["settling", undefined]);
    expect((await office.listing()).entries.map(({ result }) => result)).toEqual(["placed", "placed"]);
  });

  test("is never ranked as if they had no points: nobody left out has any", async () => {
    const office = await settlementOffice([incomplete, complete], { keys });

    await office.begin();

    expect((await office.listing()).entries.map(({ points, place }) => [points === null, place])).toEqual([
      [false, 1],
      [true, null],
    ]);
  });

  test("nor is whoever was not decided on, whose permit is not valid, or who has withdrawn", async () => {
    const suspended: AnApplicant = {
      pensionYears: 5,
      as: (resident) => resident.whosePermitWas("suspended", "2024-05-28"),
    };
    const undecided: AnApplicant = { pensionYears: 5, steps: [] };
    const withdrawn: AnApplicant = { pensionYears: 5, steps: [{ type: "withdrawn" }] };
    const office = await settlementOffice([suspended, undecided, withdrawn, complete], { keys });

    await office.begin();

    expect(await office.states()).toEqual(["left-out", "left-out", "withdrawn", "frozen"]);
    expect((await office.listing()).entries.map(({ result }) => result)).toEqual(["placed", "left-out", "left-out"]);
  });
});

describe("a preview", () => {
  const terms = { previewWorkingDays: 3 };

  test("becomes the public listing as it is where nothing was different", async () => {
    const office = await settlementOffice([complete, complete], { keys, terms });
    await office.begin();
    const { listing: previewed } = await office.listing();

    await office.keep("2024-06-06");

    const { listing: listed } = await office.listing();
    expect([previewed.state, listed.state]).toEqual(["preview", "public"]);
    expect([listed.listingId, listed.digest]).toEqual([previewed.listingId, previewed.digest]);
  });

  test("is not over before its last day is", async () => {
    const office = await settlementOffice([complete], { keys, terms });
    await office.begin();

    await office.keep("2024-06-05");

    expect((await office.programme()).state).toBe("preview");
  });

  test("that was ranked once more is another listing, and the first is seen by nobody any more", async () => {
    const office = await settlementOffice([complete, complete], { keys, terms });
    await office.begin();
    const { listing: first } = await office.listing();

    await office.resettle();

    const { listing: second } = await office.listing();
    expect(second).toMatchObject({ state: "preview" });
    expect(second.listingId).not.toBe(first.listingId);
    expect((await office.listings.read(ListingId.parse(first.listingId)))?.state).toBe("closed");
  });
});

test("whoever is incomplete only when it is ranked once more is decided on as well, and the ranking goes on", async () => {
  const office = await settlementOffice([complete, complete], {
    keys,
    terms: { previewWorkingDays: 3, notReady: "ask" },
  });
  await office.begin();
  office.become(1, incomplete);
  await office.resettle();
  const waiting = await office.programme();

  await office.decideReadiness(1, { decision: "leave-out", reason: "the school has burnt down" });
  await office.begin();

  expect([waiting.state, (await office.programme()).state]).toEqual(["settling", "preview"]);
  expect(await office.states()).toEqual(["left-out", "frozen"]);
});

test.each([
  ["of another department", { department: "housing" }],
  ["of another city", { areas: ["339902"] }],
])("a verifier %s decides on nobody, and doesn't learn whether there is such an application", async (_, differing) => {
  const office = await settlementOffice([incomplete], { keys, terms: { notReady: "ask" } });
  await office.begin();

  const decided = office.decideReadiness(1, { decision: "as-known", reason: "they asked me to" }, differing);

  await expect(decided).rejects.toMatchObject({ code: "application-unknown" });
});

test("what was granted is looked after for sixty days; then a place that comes free is told of by the queue alone", async () => {
  const terms = { offers: [{ code: "east", name: { zh: "东溪小学", en: "East" }, places: 1 }], wishes: 1 };
  const wishing = { ...complete, wishes: ["east"] };
  const office = await settlementOffice([wishing, wishing, wishing], { keys, terms });
  await office.begin();
  await office.keep("2024-06-10");
  const granted = async () => (await office.states()).filter((state) => state === "granted east").length;
  const giveBack = async () => {
    const holder = (await office.states()).indexOf("granted east") + 1;
    await office.step(holder, { type: "withdrawn" });
    // the task was lost on its way
    office.queue.done();
  };

  await giveBack();
  await office.keep("2024-06-11");
  const within = await granted();
  await giveBack();
  await office.keep("2024-08-20");

  expect([within, await granted()]).toEqual([1, 0]);
});
