import { beforeAll, expect, test } from "vitest";
import { intakeOverHttp } from "../support/intake-over-http.ts";
import { reviewDesk } from "../support/review-desk.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let intake: Awaited<ReturnType<typeof intakeOverHttp>>;
let desk: Awaited<ReturnType<typeof reviewDesk>>;

beforeAll(async () => {
  await system.clock("2024-07-01");
  intake = await intakeOverHttp(system);
  desk = await reviewDesk(system, intake);
});

const claim = {
  kind: "claim",
  line: { layer: "province", code: "education" },
  statement: "nobody knows of my diploma",
  proposal: { fact: "education", add: [{ level: "bachelor", obtainedOn: "2012-07-01", verified: true }] },
};

/** A permit holder of whom education has reported nothing. */
const withoutEducation = async () => {
  const person = await desk.aPerson();
  await intake.report(person.residentId, "education", { education: null });
  await system.quiet();
  return person;
};

test("a claim is rejected, appealed, and upheld by somebody else", async () => {
  const person = await withoutEducation();
  const [first, second] = [await desk.verifier("first", "education"), await desk.verifier("second", "education")];
  const materials = [{ code: "diploma", materialId: await person.upload() }];

  const submitted = await person.submit({ ...claim, materials });
  const { reviewId } = submitted.body.review;
  expect(submitted.body.review).toMatchObject({ kind: "claim", term: { workingDays: 10 } });
  const rejected = await desk.decide(first, person, reviewId, { outcome: "rejected", reason: "it can't be read" });
  expect(rejected.body).toMatchObject({ state: "rejected", corrects: false });
  expect(await person.score()).toMatchObject({ education: 5 });

  const appealed = await person.step(reviewId, "appeal", { reason: "it can be read", materials: [] });
  expect(appealed.body).toMatchObject({ state: "submitted", round: 2, appealed: true, term: { workingDays: 5 } });
  const again = await desk.office(first, person, reviewId, "assignment");
  expect(again).toMatchObject({ status: 403, body: { type: "/problems/decides-on-own" } });
  const upheld = await desk.decide(second, person, reviewId, { outcome: "upheld", reason: "it can" });

  expect(upheld.body).toMatchObject({ state: "upheld", corrects: true });
  expect(await person.score()).toMatchObject({ education: 10 });
});

test("what was appealed once can't be appealed again", async () => {
  const person = await withoutEducation();
  const [first, second] = [await desk.verifier("first", "education"), await desk.verifier("second", "education")];
  const materials = [{ code: "diploma", materialId: await person.upload() }];
  const { reviewId } = (await person.submit({ ...claim, materials })).body.review;
  await desk.decide(first, person, reviewId, { outcome: "rejected", reason: "no" });
  await person.step(reviewId, "appeal", { reason: "yes", materials: [] });
  await desk.decide(second, person, reviewId, { outcome: "rejected", reason: "no" });

  expect(await person.step(reviewId, "appeal", { reason: "yes", materials: [] })).toMatchObject({
    status: 409,
    body: { type: "/problems/review-already-appealed" },
  });
});

test("a claim where something is known, and a review where nothing is, go to the other door", async () => {
  const person = await withoutEducation();

  expect(await person.submit({ kind: "claim" })).toMatchObject({
    status: 422,
    body: { type: "/problems/review-other-door" },
  });
  const materials = [{ code: "diploma", materialId: await person.upload() }];
  expect(await person.submit({ ...claim, kind: "review", materials })).toMatchObject({
    status: 422,
    body: { type: "/problems/review-other-door" },
  });
});
