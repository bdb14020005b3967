import { describe, expect, test } from "vitest";
import { date, day, never } from "#shared/domain/calendar.ts";
import { compileGrade, GradeRule } from "#shared/policy/methods/grade.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import { aResident } from "#test/support/a-resident.ts";
import { awarded, explained, inProvince } from "#test/support/method.ts";
import { zhejiangStandard } from "#test/support/standards.ts";

const ruleOf = (code: string): GradeRule =>
  GradeRule.parse(zhejiangStandard().indicators.find((indicator) => indicator.code === code)?.rule);

const education = compileGrade(ruleOf("education"), inProvince(10));
const skill = compileGrade(ruleOf("skill"), inProvince(10));
const on = "2024-06-30";

describe("points for education", () => {
  test.each([
    ["primary", 5],
    ["junior-secondary", 5],
    ["senior-secondary", 5],
    ["vocational-secondary", 5],
    ["college", 8],
    ["higher-vocational", 8],
    ["bachelor", 10],
    ["master", 10],
    ["doctor", 10],
  ] as const)("%s: %d", (level, points) => {
    expect(awarded(education, aResident().withDiploma(level), on)).toBe(points);
  });

  test("are the floor of 5 without a record, unknown or none, and what a standard reads otherwise", () => {
    const strict = compileGrade(ruleOf("education"), inProvince(10, { unknownEducation: 0 }));

    expect(awarded(education, aResident(), on)).toBe(5);
    expect(awarded(education, aResident().withNothingKnownOf("education"), on)).toBe(5);
    expect(awarded(strict, aResident(), on)).toBe(0);
  });

  test("are those of the best diploma, never a sum", () => {
    const resident = aResident().withDiploma("college", "2005-07-01").withDiploma("bachelor", "2010-07-01");

    expect(awarded(education, resident, on)).toBe(10);
  });

  test("stay at the floor for an unverified diploma", () => {
    expect(awarded(education, aResident().withDiploma("doctor", "2010-07-01", { verified: false }), on)).toBe(5);
  });

  test("count from the day obtained until the day before it is revoked", () => {
    const resident = aResident().withDiploma("bachelor", "2024-07-01", { revokedOn: date("2025-07-01") });

    const points = ["2024-06-30", "2024-07-01", "2025-06-30", "2025-07-01"].map((day) =>
      awarded(education, resident, day),
    );

    expect(points).toEqual([5, 10, 10, 5]);
  });

  test("never count for a diploma revoked on the day it was obtained", () => {
    const resident = aResident().withDiploma("bachelor", "2024-06-30", { revokedOn: date("2024-06-30") });

    expect(awarded(education, resident, "2024-06-30")).toBe(5);
  });

  test("fall back on the next best from the day the best is voided", () => {
    const resident = aResident()
      .withDiploma("bachelor", "2010-07-01", { id: "d1" })
      .withDiploma("college", "2005-07-01", { id: "d2" })
      .whoseFactWasVoided("d1", on);

    expect(awarded(education, resident, "2024-06-29")).toBe(10);
    expect(awarded(education, resident, on)).toBe(8);
  });
});

describe("points for skill", () => {
  test.each([
    ["vocational-qualification:1", 10],
    ["vocational-qualification:2", 10],
    ["vocational-qualification:3", 8],
    ["vocational-qualification:4", 5],
    ["vocational-qualification:5", 3],
    ["skill-level:1", 10],
    ["skill-level:2", 10],
    ["skill-level:3", 8],
    ["skill-level:4", 5],
    ["skill-level:5", 3],
    ["title:senior", 10],
    ["title:middle", 10],
    ["title:junior", 8],
    ["special-skill", 3],
  ])("%s: %d", (category, points) => {
    expect(awarded(skill, aResident().withCertificate(category), on)).toBe(points);
  });

  test("are none without a certificate, and those of the best of several", () => {
    const resident = aResident().withCertificate("skill-level:4").withCertificate("title:junior");

    expect(awarded(skill, aResident(), on)).toBe(0);
    expect(awarded(skill, resident, on)).toBe(8);
    expect(awarded(skill, resident.withCertificate("skill-level:2", "2024-07-01"), on)).toBe(8);
  });
});

test("a rule that names no reading for it gives nothing without a record, whatever the reading", () => {
  const { noneReading: _, ...local } = ruleOf("education");
  const localEducation = compileGrade(GradeRule.parse(local), inProvince(10));

  expect(awarded(localEducation, aResident(), on)).toBe(0);
  expect(localEducation.consults).toEqual([]);
});

test("a grade changes on no day of its own: only a paper that begins or ends to count changes it", () => {
  const { facts } = subjectOf(aResident().withDiploma("bachelor", "2030-07-01").dossier);

  expect(education.nextOn(facts, day(on), 0)).toBe(never);
});

describe("a grade is explained", () => {
  test("by the best paper and the words that give its points", () => {
    const resident = aResident().withCertificate("skill-level:4", "2015-03-04").withCertificate("special-skill");

    const { words, inputs, clause } = explained(skill, resident, on);

    expect(words.zh).toBe("最高一项:职业技能等级证书四级(2015-03-04 取得),积 5 分");
    expect(inputs).toEqual([
      { name: "category", value: "skill-level:4" },
      { name: "obtainedOn", value: "2015-03-04" },
    ]);
    expect(clause).toBe("国家职业资格证书四级或职业技能等级证书四级,积 5 分");
  });

  test("by what is not verified", () => {
    const resident = aResident().withDiploma("master", "2010-07-01", { verified: false });

    const { words } = explained(education, resident, on);

    expect(words.en).toBe("No record that counts: 5; 1 not verified, so not counted");
    expect(words.zh).toBe("无可计分的记录,积 5 分;另有 1 项未经核验,不计分");
  });
});

describe("a rule of grades", () => {
  const content = { ...ruleOf("skill") };
  const tier = { points: 5, categories: ["skill-level:4"], clause: "积 5 分" };

  test("names each category once", () => {
    const { error } = GradeRule.safeParse({ ...content, tiers: [tier, { ...tier, points: 8 }] });

    expect(error?.issues[0]?.message).toBe("must name each category once");
  });

  test.each(["skill-level:6", "title:4", "bachelor", "special-skill:1"])("of skills has no category %s", (category) => {
    expect(GradeRule.safeParse({ ...content, tiers: [{ ...tier, categories: [category] }] }).success).toBe(false);
  });

  test("gives at most the indicator's maximum", () => {
    const capped = compileGrade(ruleOf("skill"), inProvince(6));

    expect(awarded(capped, aResident().withCertificate("title:senior"), on)).toBe(6);
  });
});
