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

test("a review is upheld: the months are there, the points rise, and the person is told", async () => {
  const person = await desk.aPerson();
  const verifier = await desk.verifier("verifier-1");
  await system.quiet();

  const submitted = await person.submit();
  const { reviewId } = submitted.body.review;
  expect(submitted.status).toBe(201);
  expect(submitted.body.effect).toMatchObject({
    line: { now: 20, ifUpheld: 23 },
    effectiveTotal: { now: 69, ifUpheld: 72 },
    words: { en: expect.stringContaining("+3.00: 72.00 instead of 69.00") },
  });
  expect(submitted.body.review).toMatchObject({
    state: "submitted",
    deciders: ["hrss"],
    waitsFor: { for: "department", department: "hrss" },
    term: { startedOn: "2024-07-01", workingDays: 5, dueOn: "2024-07-08", provisional: false },
  });
  expect(await person.score()).toMatchObject({ effectiveTotal: 69 });

  const decided = await desk.decide(verifier, person, reviewId, {
    outcome: "upheld",
    reason: "the statement shows them",
  });
  const next = await person.score();
  await system.quiet();

  expect(decided.body).toMatchObject({ state: "upheld", corrects: true, waitsFor: { for: "nobody" } });
  // in the very next answer, before anything was recomputed
  expect(next).toMatchObject({ effectiveTotal: 72, socialInsurance: 23 });
  expect(next.lines.find(({ code }: { code: string }) => code === "social-insurance").facts).toMatchObject([
    { fact: "pension", correctedOn: "2024-07-01" },
  ]);
  expect((await person.history())[0]).toMatchObject({
    effectiveTotal: 72,
    cause: "dossier-changed",
    changes: [{ code: "social-insurance", from: 20, to: 23 }],
    events: [{ what: "fact-corrected", department: "hrss" }],
  });
  expect((await person.steps(reviewId)).map(({ step }: { step: string }) => step)).toEqual([
    "submitted",
    "assigned",
    "decided",
  ]);
  const told = (await person.inbox()).map(({ kind }: { kind: string }) => kind);
  expect(told).toEqual(expect.arrayContaining(["review-received", "review-decided", "points-rose"]));
  expect((await person.letters()).map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    "acceptance-receipt",
    "decision",
  ]);
});
