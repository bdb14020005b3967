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

const range = (from: string, to: string) => ({ from, to, province: "330000", kind: "employee" });
const known = range("2020-01", "2023-04");
const skills = [{ kind: "skill-level", level: 4, issuedOn: "2015-01-01" }];

const upheld = async () => {
  const person = await desk.aPerson();
  const { reviewId } = (await person.submit()).body.review;
  await desk.decide(await desk.verifier("verifier-1"), person, reviewId, { outcome: "upheld", reason: "paid" });
  return { person, reviewId };
};

test("the department's later data agree: the correction retires, and the score stays", async () => {
  const { person, reviewId } = await upheld();

  await intake.report(person.residentId, "hrss", { skills, pension: [range("2019-03", "2019-08"), known] });
  await system.quiet();

  expect(await person.score()).toMatchObject({ effectiveTotal: 72, warnings: [] });
  expect(await person.review(reviewId)).toMatchObject({ state: "upheld", corrects: false, contradicted: false });
  expect((await person.inbox()).map(({ kind }: { kind: string }) => kind)).toContain("correction-confirmed");
});

test("the same data as before leave it standing, and months to come count beside it", async () => {
  const { person, reviewId } = await upheld();

  await intake.report(person.residentId, "hrss", { skills, pension: [range("2020-01", "2023-06")] });
  await system.quiet();

  expect(await person.score()).toMatchObject({ effectiveTotal: 73 });
  expect(await person.review(reviewId)).toMatchObject({ corrects: true, contradicted: false });
});

test("later data disagree: the correction stands and a person has to look, until it was decided anew", async () => {
  const { person, reviewId } = await upheld();
  const verifier = await desk.verifier("verifier-1");

  const report = await intake.report(person.residentId, "hrss", {
    skills,
    pension: [range("2019-03", "2019-05"), known],
  });
  await system.quiet();

  expect(report.body.conflicts).toMatchObject([{ code: "source-contradicts-correction" }]);
  expect(await person.score()).toMatchObject({
    effectiveTotal: 72,
    warnings: [{ code: "source-contradicts-correction", fact: "pension" }],
  });
  expect(await person.review(reviewId)).toMatchObject({ contradicted: true, waitsFor: { for: "contradiction" } });
  expect((await person.inbox()).map(({ kind }: { kind: string }) => kind)).toContain("correction-contradicted");
  const queue = await system.api("GET", "/v1/reviews?area=339900", { token: verifier });
  expect(queue.body.places).toContainEqual(expect.objectContaining({ reviewId, term: "none" }));

  const [second, third] = [await desk.verifier("verifier-2"), await desk.verifier("verifier-3")];
  await desk.office(second, person, reviewId, "reopening", { reason: "the department says three months" });
  await desk.office(third, person, reviewId, "reopening/decision", { agree: true, reason: "look again" });
  await desk.decide(third, person, reviewId, {
    outcome: "partly-upheld",
    reason: "three months it is",
    patch: { fact: "pension", add: [range("2019-03", "2019-05")] },
  });
  await system.quiet();

  expect(await person.score()).toMatchObject({ effectiveTotal: 70.5, warnings: [] });
});
