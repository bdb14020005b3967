import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { createWorkingDays } from "#shared/domain/working-days.ts";
import { materialId } from "#test/support/a-material.ts";
import { ann, bob, decidedBy, person, reviewOffice, self, submitted } from "#test/support/review-office.ts";

const dan = { ...bob, subject: "dan" };
const eve = { ...bob, subject: "eve" };

const twoFiles = {
  materials: [
    { code: "payment-statement", materialId: materialId(1) },
    { code: "other", materialId: materialId(2) },
  ],
};
const blurred = { items: [{ code: "payment-statement", materialId: materialId(1), reason: "it can't be read" }] };

/** On the third of five days one of two files is asked for again. */
const askedAgain = async () => {
  const office = await reviewOffice();
  const reviewId = await submitted(office, self, twoFiles);
  office.pass(2);
  await office.assign(ann, reviewId);
  return { office, reviewId, asked: await office.ask(ann, reviewId, blurred) };
};

describe("material that is asked for", () => {
  test("is the bad item alone, with its reason; the good one counts", async () => {
    const { asked } = await askedAgain();

    expect(asked).toMatchObject({
      body: {
        state: "material-asked",
        waitsFor: { for: "resident" },
        asked: blurred.items,
        materials: [
          { materialId: materialId(1), state: "replacement-asked", reason: "it can't be read" },
          { materialId: materialId(2), state: "accepted" },
        ],
        term: { startedOn: "2024-07-03", workingDays: 10, dueOn: "2024-07-17" },
        inHand: null,
      },
    });
  });

  test("is told with its last day", async () => {
    const { office, reviewId } = await askedAgain();

    expect(office.messages.all().at(-1)?.message).toMatchObject({
      kind: "material-asked",
      parameters: { reviewId, dueOn: "2024-07-17" },
    });
  });

  test("is told without a day where its last day is not certain, or nothing lapses with it", async () => {
    const provisional = await reviewOffice({ day: "2026-12-28" });
    const late = await submitted(provisional);
    await provisional.assign(ann, late);
    await provisional.ask(ann, late, blurred);

    const reopened = await reviewOffice();
    const again = await submitted(reopened);
    await decidedBy(reopened, ann, again);
    await reopened.propose(dan, again, { reason: "it was somebody else's" });
    await reopened.agree(eve, again, { agree: true, reason: "so it was" });
    await reopened.assign(bob, again);
    await reopened.ask(bob, again, { items: [{ code: "payment-statement", reason: "a newer one" }] });

    for (const { messages } of [provisional, reopened])
      expect(messages.all().at(-1)?.message.kind).toBe("material-asked-open");
  });

  test("is replaced, and the department goes on with the days it had left", async () => {
    const { office, reviewId } = await askedAgain();
    office.pass(7);

    const handed = await office.handIn(self, reviewId, {
      materials: [{ code: "payment-statement", materialId: materialId(3) }],
    });

    expect(handed).toMatchObject({
      body: {
        state: "submitted",
        asked: [],
        materials: [
          { materialId: materialId(2), state: "accepted" },
          { materialId: materialId(3), state: "handed-in" },
        ],
        // three of five days were left on the 3rd
        term: { startedOn: "2024-07-10", workingDays: 3, dueOn: "2024-07-15" },
      },
    });
    expect(await decidedBy(office, ann, reviewId)).toMatchObject({ body: { state: "upheld" } });
  });

  test.each([
    ["nothing", [], "material-still-missing"],
    ["the very one again", [{ code: "payment-statement", materialId: materialId(1) }], "material-already-there"],
    ["a good one of the review", [{ code: "payment-statement", materialId: materialId(2) }], "material-already-there"],
    [
      "one file for two items",
      [
        { code: "payment-statement", materialId: materialId(3) },
        { code: "payment-statement", materialId: materialId(3) },
      ],
      "material-already-there",
    ],
    [
      "more than was asked for",
      [
        { code: "payment-statement", materialId: materialId(3) },
        { code: "payment-statement", materialId: materialId(4) },
      ],
      "material-not-asked",
    ],
    ["something else", [{ code: "employment-contract", materialId: materialId(3) }], "material-not-asked"],
    ["what isn't there", [{ code: "payment-statement", materialId: materialId(9) }], "material-unknown"],
  ])("is not answered by %s", async (_, materials, code) => {
    const { office, reviewId } = await askedAgain();

    expect(await office.handIn(self, reviewId, { materials })).toBe(code);
  });

  test("each bad item takes a new file of its own: two bad ones do not replace each other", async () => {
    const office = await reviewOffice();
    const both = [1, 2].map((number) => ({ code: "payment-statement", materialId: materialId(number) }));
    const reviewId = await submitted(office, self, { materials: both });
    await office.assign(ann, reviewId);
    await office.ask(ann, reviewId, { items: both.map((one) => ({ ...one, reason: "it can't be read" })) });

    const handed = (materials: object) => office.handIn(self, reviewId, { materials });

    expect(await handed([...both].reverse())).toBe("material-already-there");
    expect(await handed([{ code: "payment-statement", materialId: materialId(3) }])).toBe("material-still-missing");
  });

  test.each([
    ["no code of a material", [{ code: "passport", reason: "show it" }], "invalid-request"],
    [
      "a file that isn't attached",
      [{ code: "payment-statement", materialId: materialId(3), reason: "bad" }],
      "material-unknown",
    ],
  ])("can't be %s", async (_, items, code) => {
    const office = await reviewOffice();
    const reviewId = await submitted(office);
    await office.assign(ann, reviewId);

    expect(await office.ask(ann, reviewId, { items })).toBe(code);
  });
});

test("asked for on the last day, a day is left once it is there", async () => {
  const office = await reviewOffice();
  const reviewId = await submitted(office);
  office.pass(7);
  await office.assign(ann, reviewId);
  await office.ask(ann, reviewId, blurred);

  const handed = await office.handIn(self, reviewId, {
    materials: [{ code: "payment-statement", materialId: materialId(3) }],
  });

  expect(handed).toMatchObject({ body: { term: { startedOn: "2024-07-08", workingDays: 1, dueOn: "2024-07-09" } } });
});

test("the days that are left are counted by what is known of the year by now", async () => {
  const office = await reviewOffice({ day: "2026-12-28" });
  const reviewId = await submitted(office);
  const { term } = (await office.reviews.read(person, reviewId)) ?? {};
  expect(term).toMatchObject({ dueOn: "2027-01-04", provisional: true });
  const newYear = {
    name: { zh: "元旦", en: "New Year" },
    from: date("2027-01-01"),
    to: date("2027-01-05"),
    makeUpDays: [],
  };
  office.reviewing.workingDays = createWorkingDays([
    { year: 2026, document: "2026", name: newYear.name, issuedOn: date("2025-11-01"), holidays: [] },
    { year: 2027, document: "2027", name: newYear.name, issuedOn: date("2026-12-28"), holidays: [newYear] },
  ]);
  office.pass(1);
  await office.assign(ann, reviewId);

  await office.ask(ann, reviewId, blurred);

  // 30, 31, 6 and 7 January
  expect((await office.reviews.read(person, reviewId))?.pausedWorkingDays).toBe(4);
});
