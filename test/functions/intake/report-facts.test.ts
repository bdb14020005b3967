import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bachelor, education, intake, master } from "#test/support/intake.ts";

describe("a report", () => {
  test("puts what a department knows in the place of what it knew", async () => {
    const { aResident, report, residents } = await intake();
    const person = await aResident();
    await report(person, "education", education(1, bachelor));

    const { status, body } = await report(person, "education", education(2, master));

    expect(status).toBe(200);
    expect(body).toEqual({ outcome: "applied", sourceVersion: 2, dossierVersion: 3, conflicts: [] });
    expect((await residents.read(person))?.departments.education).toEqual({
      ...education(2, master),
      receivedAt: "2024-06-30T02:00:00.000Z",
      receivedOn: "2024-06-30",
    });
  });

  test("leaves what other departments know", async () => {
    const { aResident, report, residents } = await intake();
    const person = await aResident();
    await report(person, "education", education(1, bachelor));

    await report(person, "hrss", { facts: { skills: [], pension: null } });

    expect((await residents.read(person))?.departments).toMatchObject({
      education: { facts: { education: [bachelor] } },
      hrss: { facts: { skills: [], pension: null } },
    });
  });

  test("of the same facts in a newer version changes nothing but how fresh they are", async () => {
    const { aResident, report, residents, setToday } = await intake();
    const person = await aResident();
    await report(person, "education", education(1, bachelor));
    setToday("2024-07-30");

    const { body } = await report(person, "education", education(2, bachelor));

    expect(body).toMatchObject({ outcome: "unchanged", sourceVersion: 2 });
    expect((await residents.read(person))?.departments.education).toMatchObject({
      recordId: "r2",
      receivedAt: "2024-07-30T02:00:00.000Z",
      receivedOn: "2024-07-30",
    });
  });

  test("sent again is a duplicate, also when a newer one has come since", async () => {
    const { aResident, report, residents } = await intake();
    const person = await aResident();
    await report(person, "education", education(1, bachelor));
    const again = await report(person, "education", education(1, bachelor));
    await report(person, "education", education(2, master));

    const later = await report(person, "education", education(1, bachelor));

    expect([again.body, later.body]).toMatchObject([
      { outcome: "duplicate", dossierVersion: 2 },
      { outcome: "duplicate", dossierVersion: 3, sourceVersion: 2 },
    ]);
    expect(await residents.readChanges(person)).toHaveLength(3);
  });

  test("of an older version is kept in mind and never overwrites", async () => {
    const { aResident, report, residents } = await intake();
    const person = await aResident();
    await report(person, "education", education(2, master));

    const older = await report(person, "education", education(1, bachelor));
    const again = await report(person, "education", education(1, bachelor));

    expect([older.body, again.body]).toMatchObject([
      { outcome: "superseded", sourceVersion: 2, dossierVersion: 2 },
      { outcome: "duplicate", sourceVersion: 2, dossierVersion: 2 },
    ]);
    expect((await residents.read(person))?.departments.education?.facts).toEqual({ education: [master] });
  });

  test.each([
    ["the version that stands", 2],
    ["a newer version", 3],
    ["an older version", 1],
  ])("under a used record id with other content is refused, with %s", async (_, sourceVersion) => {
    const { aResident, report, residents } = await intake();
    const person = await aResident();
    await report(person, "education", { ...education(2, bachelor), recordId: "r" });

    const refused = report(person, "education", { ...education(sourceVersion, master), recordId: "r" });

    await expect(refused).rejects.toMatchObject({ code: "record-id-reused", details: { recordId: "r" } });
    expect((await residents.read(person))?.version).toBe(2);
  });

  test("with other facts under the version that stands is refused", async () => {
    const { aResident, report } = await intake();
    const person = await aResident();
    await report(person, "education", { ...education(2, bachelor), recordId: "one" });

    const refused = report(person, "education", { ...education(2, master), recordId: "other" });

    await expect(refused).rejects.toMatchObject({ code: "source-version-reused", details: { sourceVersion: 2 } });
  });

  test("of the same version and facts under another id is a duplicate", async () => {
    const { aResident, report } = await intake();
    const person = await aResident();
    await report(person, "education", { ...education(2, bachelor), recordId: "one" });

    const { body } = await report(person, "education", { ...education(2, bachelor), recordId: "other" });

    expect(body).toMatchObject({ outcome: "duplicate" });
  });

  test("ends in the same facts in whatever order its versions arrive", async () => {
    const versions = [1, 2, 3, 4, 5];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(versions, { minLength: 5 }), async (order) => {
        const { aResident, report, residents } = await intake();
        const person = await aResident();

        for (const version of order)
          await report(person, "education", education(version, ...Array(version).fill(master)));

        const { sourceVersion, facts } = (await residents.read(person))?.departments.education ?? {};
        expect([sourceVersion, facts?.education?.length]).toEqual([5, 5]);
      }),
      { numRuns: 25 },
    );
  });
});
