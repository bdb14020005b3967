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

test("material is asked for, and only the bad item is replaced", async () => {
  const person = await desk.aPerson();
  const verifier = await desk.verifier("verifier-1");
  const [statement, contract] = [await person.upload(), await person.upload()];
  const materials = [
    { code: "payment-statement", materialId: statement },
    { code: "employment-contract", materialId: contract },
  ];
  const { reviewId } = (await person.submit({ materials })).body.review;
  await desk.office(verifier, person, reviewId, "assignment");

  await system.clock("2024-07-02");
  const items = [{ code: "payment-statement", materialId: statement, reason: "the second page is missing" }];
  const asked = await desk.office(verifier, person, reviewId, "material-request", { items });
  expect(asked.body).toMatchObject({
    state: "material-asked",
    waitsFor: { for: "resident" },
    term: { startedOn: "2024-07-02", workingDays: 10, dueOn: "2024-07-16" },
    asked: items,
  });
  expect((await person.inbox()).map(({ kind }: { kind: string }) => kind)).toContain("material-asked");

  await system.clock("2024-07-10");
  const better = await person.upload();
  const other = await person.step(reviewId, "materials", { materials: [{ code: "lease", materialId: better }] });
  expect(other.status).toBeGreaterThanOrEqual(400);
  const handedIn = await person.step(reviewId, "materials", {
    materials: [{ code: "payment-statement", materialId: better }],
  });

  // four of the five days were left: 11, 12, 15, 16 July
  expect(handedIn.body).toMatchObject({ state: "submitted", asked: [], term: { workingDays: 4, dueOn: "2024-07-16" } });
  const states = handedIn.body.materials.map(({ materialId, state }: { materialId: string; state: string }) => [
    materialId,
    state,
  ]);
  expect(states).toEqual([
    [contract, "accepted"],
    [better, "handed-in"],
  ]);
  const decided = await desk.decide(verifier, person, reviewId, { outcome: "upheld", reason: "complete" });
  expect(decided.body).toMatchObject({ state: "upheld" });
});

test("what was asked for and never came lapses on the day after the last, and the line is free again", async () => {
  await system.clock("2024-08-05");
  const person = await desk.aPerson();
  const verifier = await desk.verifier("verifier-1");
  const { review } = (await person.submit()).body;
  await desk.office(verifier, person, review.reviewId, "assignment");
  const items = [{ code: "employment-contract", reason: "who paid?" }];
  const asked = await desk.office(verifier, person, review.reviewId, "material-request", { items });
  expect(asked.body.term).toMatchObject({ workingDays: 10, dueOn: "2024-08-19" });

  await system.clock("2024-08-18");
  await system.local("POST", "/local/clock", { walkTo: "2024-08-19" });
  await system.quiet();
  expect((await person.review(review.reviewId)).state).toBe("material-asked");
  await system.local("POST", "/local/clock", { walkTo: "2024-08-20" });
  await system.quiet();

  expect((await person.review(review.reviewId)).state).toBe("lapsed");
  expect((await person.inbox()).map(({ kind }: { kind: string }) => kind)).toContain("review-lapsed");
  expect((await person.submit()).status).toBe(201);
});
