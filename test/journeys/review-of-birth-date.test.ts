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

test("a birth date that contradicts the identity number is decided by a person", async () => {
  const police = await desk.verifier("verifier-1", "public-security");
  const contradicted = await desk.aPerson(await intake.register("1990-05-17"));
  const { residentId } = contradicted;
  await intake.report(residentId, "public-security", { birthDate: "1991-05-17", residence: [] });
  await intake.permit(residentId, { type: "issue", eventId: "issue", effectiveOn: "2019-08-20", area: "339901" });

  expect(await contradicted.score()).toMatchObject({
    age: 0,
    missing: expect.arrayContaining(["birthDate"]),
    warnings: [{ code: "birth-date-contradicts-identity-number" }],
  });
  const submitted = await contradicted.submit({
    kind: "claim",
    line: { layer: "province", code: "age" },
    statement: "the household register has the right one",
    proposal: { fact: "birthDate", value: "1991-05-17" },
    materials: [{ code: "household-register", materialId: await contradicted.upload() }],
  });
  const { reviewId } = submitted.body.review;
  expect(submitted.body.review).toMatchObject({ deciders: ["public-security"] });
  await desk.decide(police, contradicted, reviewId, { outcome: "upheld", reason: "as in the register" });

  expect(await contradicted.score()).toMatchObject({ age: 20, warnings: [] });
  await intake.report(residentId, "public-security", { birthDate: "1991-05-17", residence: [] });
  await system.quiet();
  expect(await contradicted.score()).toMatchObject({ age: 20, warnings: [] });
});
