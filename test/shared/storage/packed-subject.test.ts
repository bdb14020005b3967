import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { educationLevels, factNames, pensionKinds } from "#shared/domain/facts.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import { packedFormat, packSubject, unpackSubject } from "#shared/storage/packed-subject.ts";
import { aResident } from "#test/support/a-resident.ts";
import { nastyPerson } from "#test/support/nasty-dossiers.ts";

const dossiers = Array.from({ length: 3000 }, (_, number) => nastyPerson(51, number).dossier);

describe("a packed subject", () => {
  test("is the subject again, whoever it is", () => {
    for (const dossier of dossiers) {
      const subject = subjectOf(dossier);
      expect(unpackSubject(packSubject(subject)), dossier.residentId).toStrictEqual(subject);
    }
  });

  test("is the subject again with every paper there is, and with nothing known", () => {
    const certificates = ["special-skill", "title:junior", "title:middle", "title:senior"];
    const levels = [1, 2, 3, 4, 5].flatMap((level) => [`vocational-qualification:${level}`, `skill-level:${level}`]);
    let everything = aResident().whosePermitWas("converted", "2024-01-01", { newPermitId: "p:2", area: "339902" });
    for (const level of educationLevels) everything = everything.withDiploma(level);
    for (const category of [...certificates, ...levels]) everything = everything.withCertificate(category);
    for (const kind of pensionKinds) everything = everything.withPension("2020-01", "2020-02", { kind });
    const nothing = aResident()
      .withNothingKnownOf(...factNames)
      .withoutPermit();

    for (const { dossier } of [everything, nothing]) {
      expect(unpackSubject(packSubject(subjectOf(dossier)))).toStrictEqual(subjectOf(dossier));
    }
  });

  test("keeps the first and the last day and month there are", () => {
    const resident = aResident()
      .bornOn("1900-01-01")
      .withDiploma("doctor", "2099-12-31", { verified: false, revokedOn: date("2099-12-31") })
      .withPension("1900-01", "2099-12", { paidOn: "1900-01-02", backpaid: true })
      .sanctioned("1900-01-01", "2099-12-31");

    const subject = subjectOf(resident.dossier);

    expect(unpackSubject(packSubject(subject))).toStrictEqual(subject);
  });

  test("takes less than a tenth of the JSON", () => {
    const packed = dossiers.reduce((sum, dossier) => sum + packSubject(subjectOf(dossier)).length, 0);
    const json = dossiers.reduce((sum, dossier) => sum + JSON.stringify(dossier).length, 0);

    expect(packed / json).toBeLessThan(0.1);
  });

  test("that was cut off, or goes on, is a fault and no subject", () => {
    const packed = packSubject(subjectOf(aResident().withDiploma("master").dossier));

    expect(() => unpackSubject(packed.subarray(0, -1))).toThrow(RangeError);
    expect(() => unpackSubject(Uint8Array.from([...packed, 0]))).toThrow(RangeError);
  });

  test("of a word without a place is refused, so that nothing unreadable is stored", () => {
    const { area, facts } = subjectOf(aResident().withDiploma("master").dossier);
    const education = facts.papers.education.map((paper) => ({ ...paper, category: "sub-master" }));

    const pack = () => packSubject({ area, facts: { ...facts, papers: { ...facts.papers, education } } });

    expect(pack).toThrow("sub-master has no place");
  });
});

/**
 * What is stored packed was decoded by an earlier program. Where the same dossiers give other bytes, those are stale:
 * make `packedFormat` the next number and take the new digest over.
 */
test("the same dossiers are packed as the same bytes for as long as the format has its number", () => {
  const packed = dossiers.map((dossier) => Buffer.from(packSubject(subjectOf(dossier))).toString("hex"));

  // another digest here is another cast of nasty people, and says nothing of the format
  expect(digestOf(dossiers)).toBe("e5349c517365701c");
  expect({ format: packedFormat, digest: digestOf(packed) }).toEqual({ format: 2, digest: "f4a61e9bc619d574" });
});

const digestOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
