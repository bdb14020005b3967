import { describe, expect, test } from "vitest";
import { intake } from "#test/support/intake.ts";

describe("a birth date that the identity number contradicts", () => {
  test("is not taken over, and the answer says so", async () => {
    const { aResident, report, residents } = await intake();
    const person = await aResident();

    const { body } = await report(person, "public-security", { facts: { birthDate: "1991-05-17", residence: null } });

    expect(body).toMatchObject({
      outcome: "applied",
      conflicts: [{ code: "birth-date-contradicts-identity-number", field: "facts.birthDate" }],
    });
    expect(await residents.read(person)).toMatchObject({
      departments: { "public-security": { facts: { birthDate: null } } },
      conflicts: [{ recordId: "r1" }],
    });
  });

  test("leaves the last one that agreed, and is gone with the next that does", async () => {
    const { aResident, report, residents } = await intake();
    const person = await aResident();
    const birth = (sourceVersion: number, birthDate: string) =>
      report(person, "public-security", {
        recordId: `r${sourceVersion}`,
        sourceVersion,
        facts: { birthDate, residence: null },
      });
    await birth(1, "1990-05-17");

    const contradicting = await birth(2, "1991-05-17");
    const between = await residents.read(person);
    const agreeing = await birth(3, "1990-05-17");

    expect(contradicting.body).toMatchObject({ outcome: "applied", conflicts: [{ field: "facts.birthDate" }] });
    expect(between?.departments["public-security"]?.facts.birthDate).toBe("1990-05-17");
    expect(agreeing.body).toMatchObject({ outcome: "applied", conflicts: [] });
    expect((await residents.read(person))?.conflicts).toEqual([]);
  });
});
