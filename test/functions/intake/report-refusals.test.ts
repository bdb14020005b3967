import { describe, expect, test } from "vitest";
import { Refusal } from "#shared/domain/refusal.ts";
import { feed } from "#test/support/calls.ts";
import { bachelor, education, intake } from "#test/support/intake.ts";
import { residentId } from "#test/support/people.ts";

describe("a report is refused", () => {
  test("for an unknown person and for one of another area with the same words", async () => {
    const { aResident, report } = await intake();
    const elsewhere = await aResident("339902");

    const refused = await Promise.allSettled(
      [residentId(7), elsewhere].map((id) => report(id, "education", education(1), feed("education", "339901"))),
    );

    const reasons = refused.map((one) => one.status === "rejected" && one.reason);
    expect(reasons).toEqual([
      new Refusal("resident-unknown", { residentId: residentId(7) }),
      new Refusal("resident-unknown", { residentId: elsewhere }),
    ]);
  });

  test("where its id was used before, if only for what was known already", async () => {
    const { aResident, report } = await intake();
    const person = await aResident();
    await report(person, "education", education(1));
    const again = { ...education(1), recordId: "the-same-again" };
    expect(await report(person, "education", again)).toMatchObject({ body: { outcome: "duplicate" } });

    const refused = report(person, "education", { ...education(2), recordId: "the-same-again" });

    await expect(refused).rejects.toMatchObject({ code: "record-id-reused" });
  });

  test("from another department's feed", async () => {
    const { aResident, report } = await intake();
    const person = await aResident();

    const refused = report(person, "education", education(1), feed("hrss", "339900"));

    await expect(refused).rejects.toMatchObject({
      code: "department-not-allowed",
      details: { department: "education" },
    });
  });

  test("with the facts of another department, each field named", async () => {
    const { aResident, report } = await intake();
    const person = await aResident();

    const refused = report(person, "hrss", { facts: { skills: [], education: [bachelor] } });

    await expect(refused).rejects.toMatchObject({
      code: "invalid-request",
      details: { errors: [{ field: "facts.pension" }, { field: "facts.education" }] },
    });
  });

  test("where something that must have happened lies ahead, with every such field", async () => {
    const { aResident, report } = await intake();
    const person = await aResident();
    const pension = { from: "2024-01", to: "2024-03", province: "330000", kind: "employee" };
    const facts = {
      skills: [
        { kind: "special-skill", issuedOn: "2024-06-30" },
        { kind: "special-skill", issuedOn: "2024-07-01", verified: false },
      ],
      pension: [{ ...pension, paidOn: "2024-07-01" }, { ...pension, paidOn: "2024-06-30" }, pension],
    };

    const refused = report(person, "hrss", { facts });

    await expect(refused).rejects.toMatchObject({
      code: "happened-after-receipt",
      details: { errors: [{ field: "facts.skills[1].issuedOn" }, { field: "facts.pension[0].paidOn" }] },
    });
  });

  test("for a birth that lies ahead", async () => {
    const { aResident, report } = await intake();
    const person = await aResident();

    const refused = report(person, "public-security", { facts: { birthDate: "2024-07-01", residence: null } });

    await expect(refused).rejects.toMatchObject({ details: { errors: [{ field: "facts.birthDate" }] } });
  });

  test("where the dossier would become too large", async () => {
    const { aResident, report, residents } = await intake();
    const person = await aResident();

    const refused = report(person, "education", education(1, ...Array(1000).fill({ ...bachelor, id: "x".repeat(64) })));

    await expect(refused).rejects.toMatchObject({ code: "dossier-too-large", details: { limit: 65_536 } });
    expect((await residents.read(person))?.version).toBe(1);
  });
});

test.each([
  [
    "education",
    { education: [{ level: "bachelor", obtainedOn: "2024-07-15", verified: true, revokedOn: "2024-08-01" }] },
  ],
  [
    "public-security",
    { birthDate: "1990-05-17", residence: [{ from: "2024-07-07", to: "2025-07-07", province: "330000" }] },
  ],
  ["hrss", { skills: [], pension: [{ from: "2024-07", to: "2024-12", province: "330000", kind: "employee" }] }],
])("what %s says of days ahead is lawful where nothing must have happened", async (department, facts) => {
  const { aResident, report } = await intake();

  const { body } = await report(await aResident(), department, { facts });

  expect(body).toMatchObject({ outcome: "applied" });
});
