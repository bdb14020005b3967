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

test("a review is upheld in part: only the months that were proved are added", async () => {
  const person = await desk.aPerson();
  const verifier = await desk.verifier("verifier-1");
  const { reviewId } = (await person.submit()).body.review;
  const proved = { from: "2019-03", to: "2019-05", province: "330000", kind: "employee" };

  const decided = await desk.decide(verifier, person, reviewId, {
    outcome: "partly-upheld",
    reason: "the statement shows three months",
    patch: { fact: "pension", add: [proved] },
  });
  await system.quiet();

  expect(decided.body).toMatchObject({ state: "partly-upheld", corrects: true });
  expect(await person.score()).toMatchObject({ effectiveTotal: 70.5, socialInsurance: 21.5 });
  expect((await person.history())[0]).toMatchObject({ changes: [{ code: "social-insurance", from: 20, to: 21.5 }] });
});
