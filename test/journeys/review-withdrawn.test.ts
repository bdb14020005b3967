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

test("a review is withdrawn: nothing changes, and the line can be contested again", async () => {
  const person = await desk.aPerson();
  const verifier = await desk.verifier("verifier-1");
  const { reviewId } = (await person.submit()).body.review;
  await desk.office(verifier, person, reviewId, "assignment");

  const withdrawn = await person.step(reviewId, "withdrawal", { reason: "the department has them by now" });
  const late = await desk.office(verifier, person, reviewId, "decision", {
    outcome: "upheld",
    reason: "they are there",
    clause: "三(二)",
  });
  const again = await person.submit();

  expect(withdrawn.body).toMatchObject({ state: "withdrawn", term: null, waitsFor: { for: "nobody" } });
  expect(late).toMatchObject({ status: 409, body: { type: "/problems/step-not-allowed" } });
  expect(await person.score()).toMatchObject({ effectiveTotal: 69 });
  expect(again.status).toBe(201);
  expect(again.body.review.reviewId).not.toBe(reviewId);
});
