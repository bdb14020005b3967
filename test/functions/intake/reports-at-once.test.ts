import { describe, expect, test } from "vitest";
import type { Residents } from "#shared/storage/residents.ts";
import { bachelor, education, intake } from "#test/support/intake.ts";

describe("reports at the same time", () => {
  test("of three departments are all taken in", async () => {
    const { aResident, report, residents } = await intake();
    const person = await aResident();

    const replies = await Promise.all([
      report(person, "education", education(1, bachelor)),
      report(person, "hrss", { facts: { skills: [], pension: [] } }),
      report(person, "public-security", { facts: { birthDate: "1990-05-17", residence: [] } }),
    ]);

    const dossier = await residents.read(person);
    expect(replies.map(({ body }) => body)).toMatchObject(Array(3).fill({ outcome: "applied" }));
    expect(dossier?.version).toBe(4);
    expect(dossier).toEqual(await residents.readVersion(person, 4));
  });

  test("of the same record make one change", async () => {
    const { aResident, report, residents } = await intake();
    const person = await aResident();

    const replies = await Promise.all(
      Array.from({ length: 5 }, () => report(person, "education", education(1, bachelor))),
    );

    const outcomes = replies.map(({ body }) => (body as { outcome: string }).outcome);
    expect(outcomes.toSorted()).toEqual(["applied", "duplicate", "duplicate", "duplicate", "duplicate"]);
    expect(await residents.readChanges(person)).toHaveLength(2);
  });

  test("a dossier that stays busy is refused after some attempts, and nothing is stored", async () => {
    const overtaken = (residents: Residents): Residents => ({
      ...residents,
      append: async (dossier, ...rest) => (dossier.version === 1 ? residents.append(dossier, ...rest) : "overtaken"),
    });
    const { aResident, report, residents } = await intake(overtaken);
    const person = await aResident();

    const refused = report(person, "education", education(1, bachelor));

    await expect(refused).rejects.toMatchObject({ code: "dossier-busy", details: { residentId: person } });
    expect((await residents.read(person))?.version).toBe(1);
  });
});
