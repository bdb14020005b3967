import { describe, expect, test } from "vitest";
import { materialId } from "#test/support/a-material.ts";
import { ann, decidedBy, reviewOffice, self, submitted } from "#test/support/review-office.ts";

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
    ["the very one again", [{ code: "payment-statement", materialId: materialId(1) }], "material-still-missing"],
    ["something else", [{ code: "employment-contract", materialId: materialId(3) }], "material-not-asked"],
    ["what isn't there", [{ code: "payment-statement", materialId: materialId(9) }], "material-unknown"],
  ])("is not answered by %s", async (_, materials, code) => {
    const { office, reviewId } = await askedAgain();

    expect(await office.handIn(self, reviewId, { materials })).toBe(code);
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
