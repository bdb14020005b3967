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

test("a second request for a line joins the first, with what it adds", async () => {
  const person = await desk.aPerson();
  const verifier = await desk.verifier("verifier-1");
  const first = await person.submit();
  const second = await person.submit({
    statement: "and two of 2018",
    proposal: { fact: "pension", months: ["2018-01", "2018-02"] },
  });

  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.body.review.reviewId).toBe(first.body.review.reviewId);
  expect(second.body.review.materials).toHaveLength(2);
  expect(second.body.review.term).toEqual(first.body.review.term);
  const decided = await desk.decide(verifier, person, first.body.review.reviewId, {
    outcome: "upheld",
    reason: "all paid",
  });

  expect(decided.body.state).toBe("upheld");
  expect(await person.score()).toMatchObject({ socialInsurance: 24 });
});

test("two requests for a line at once make one review", async () => {
  const person = await desk.aPerson();
  const materials = [{ code: "payment-statement", materialId: await person.upload() }];

  const answers = await Promise.all([person.submit({ materials }), person.submit({ materials })]);

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
  expect(new Set(answers.map(({ body }) => body.review.reviewId)).size).toBe(1);
});
