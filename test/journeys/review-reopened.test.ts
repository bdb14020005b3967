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

test("the office reopens a decision with a second person's consent; old and new are kept, and the person is told", async () => {
  const person = await desk.aPerson();
  const [first, second, third] = [
    await desk.verifier("verifier-1"),
    await desk.verifier("verifier-2"),
    await desk.verifier("verifier-3"),
  ];
  const { reviewId } = (await person.submit()).body.review;
  await desk.decide(first, person, reviewId, { outcome: "upheld", reason: "paid" });
  await system.quiet();

  const proposed = await desk.office(second, person, reviewId, "reopening", { reason: "the statement is another's" });
  const alone = await desk.office(second, person, reviewId, "reopening/decision", { agree: true, reason: "yes" });
  expect(proposed.body).toMatchObject({ state: "reopening-proposed", waitsFor: { for: "second-person" } });
  expect(alone).toMatchObject({ status: 403, body: { type: "/problems/second-person-needed" } });
  // until it is decided anew the decision stands
  expect(await person.score()).toMatchObject({ effectiveTotal: 72 });

  const agreed = await desk.office(third, person, reviewId, "reopening/decision", { agree: true, reason: "right" });
  expect(agreed.body).toMatchObject({ state: "submitted", round: 2 });
  expect((await person.step(reviewId, "withdrawal", {})).status).toBe(409);
  const decided = await desk.decide(second, person, reviewId, { outcome: "rejected", reason: "not this person's" });
  await system.quiet();

  expect(decided.body).toMatchObject({ state: "rejected", corrects: false });
  expect(await person.score()).toMatchObject({ effectiveTotal: 69 });
  const outcomes = (await person.steps(reviewId)).flatMap(({ outcome }: { outcome: string | null }) => outcome ?? []);
  expect(outcomes).toEqual(["upheld", "rejected"]);
  expect((await person.inbox()).map(({ kind }: { kind: string }) => kind)).toEqual(
    expect.arrayContaining(["review-reopened", "points-fell"]),
  );
  expect((await person.history())[0]).toMatchObject({ events: [{ what: "correction-withdrawn" }] });
});

test("refused by the second person, the decision stays as it was", async () => {
  const person = await desk.aPerson();
  const { reviewId } = (await person.submit()).body.review;
  await desk.decide(await desk.verifier("verifier-1"), person, reviewId, { outcome: "upheld", reason: "paid" });
  await desk.office(await desk.verifier("verifier-2"), person, reviewId, "reopening", { reason: "hm" });

  const refused = await desk.office(await desk.verifier("verifier-3"), person, reviewId, "reopening/decision", {
    agree: false,
    reason: "it was right",
  });

  expect(refused.body).toMatchObject({ state: "upheld", corrects: true });
});
