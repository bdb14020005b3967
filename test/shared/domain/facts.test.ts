import { describe, expect, test } from "vitest";
import {
  Diploma,
  Facts,
  nothingKnown,
  PensionRange,
  ResidenceStretch,
  SkillCertificate,
  VoidedFact,
} from "#shared/domain/facts.ts";

const range = { from: "2024-01", to: "2024-03", province: "330000", kind: "employee" };
const stretch = { from: "2024-01-15", province: "330000" };

const fieldsOf = ({
  error,
}: {
  readonly error?: { readonly issues: readonly { path: PropertyKey[] }[] } | undefined;
}) => error?.issues.map(({ path }) => path.join("."));

describe("facts", () => {
  test("say nothing known and known to have none in two ways", () => {
    expect(Facts.parse({ ...nothingKnown, pension: [] })).toMatchObject({ skills: null, pension: [] });
  });

  test("need every fact named, if only as unknown, and none besides", () => {
    const { pension: _, ...lacking } = nothingKnown;

    expect(fieldsOf(Facts.safeParse(lacking))).toEqual(["pension"]);
    expect(Facts.safeParse({ ...nothingKnown, shoeSize: 43 }).success).toBe(false);
  });
});

describe("a certificate", () => {
  test("is verified unless it says otherwise", () => {
    expect(SkillCertificate.parse({ kind: "special-skill", issuedOn: "2015-01-01" }).verified).toBe(true);
  });

  test.each([
    [{ kind: "skill-level", level: 0 }],
    [{ kind: "skill-level", level: 6 }],
    [{ kind: "skill-level", level: "middle" }],
    [{ kind: "title", level: 1 }],
    [{ kind: "special-skill", level: 1 }],
    [{ kind: "driving-licence" }],
  ])("is not %j", (certificate) => {
    expect(SkillCertificate.safeParse({ ...certificate, issuedOn: "2015-01-01" }).success).toBe(false);
  });
});

describe("a diploma", () => {
  test("has to say whether it is verified", () => {
    expect(fieldsOf(Diploma.safeParse({ level: "bachelor", obtainedOn: "2010-07-01" }))).toEqual(["verified"]);
  });

  test("may be revoked on the day it was obtained, not before", () => {
    const diploma = { level: "bachelor", obtainedOn: "2010-07-01", verified: true };

    expect(Diploma.safeParse({ ...diploma, revokedOn: "2010-07-01" }).success).toBe(true);
    expect(fieldsOf(Diploma.safeParse({ ...diploma, revokedOn: "2010-06-30" }))).toEqual(["revokedOn"]);
  });
});

describe("pension months", () => {
  test("are paid in time unless they say back-paid, and may be one month", () => {
    expect(PensionRange.parse({ ...range, to: "2024-01" })).toMatchObject({ from: "2024-01", backpaid: false });
  });

  test("don't run backwards", () => {
    expect(fieldsOf(PensionRange.safeParse({ ...range, to: "2023-12" }))).toEqual(["to"]);
  });
});

describe("a registration", () => {
  test("is still open when it names no end", () => {
    expect(ResidenceStretch.parse(stretch).to).toBeNull();
  });

  test("may be given up the same day, not before", () => {
    expect(ResidenceStretch.safeParse({ ...stretch, to: "2024-01-15" }).success).toBe(true);
    expect(fieldsOf(ResidenceStretch.safeParse({ ...stretch, to: "2024-01-14" }))).toEqual(["to"]);
  });
});

test.each(["", "has a space", "证件", "x".repeat(65), "11010519491231002X"])("a fact is not named %j", (factId) => {
  expect(VoidedFact.safeParse({ factId, voidedOn: "2024-01-01", reason: "forged" }).success).toBe(false);
});
