import { describe, expect, test } from "vitest";
import { day } from "#shared/domain/calendar.ts";
import { bitingOnTotal } from "#shared/scoring/biting-readings.ts";
import { unreported } from "#shared/scoring/itemising.ts";
import { neverRecomputed, scoreOn } from "#shared/scoring/score.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import { aResident, type ResidentBuilder } from "#test/support/a-resident.ts";
import { scoredOn } from "#test/support/scored-on.ts";
import { accrual, ageScale, aLocalStandard, type Content, grade, publish, zhejiang } from "#test/support/standards.ts";

const on = "2024-06-30";

const readingsOf = (resident: ResidentBuilder, code: string, ...locals: readonly Content[]) =>
  scoredOn(resident, on, { standards: publish(zhejiang(), ...locals) })
    .lines.find((line) => line.code === code)
    ?.readings.map(({ name, value, otherwise }) => ({ name, value, otherwise }));

describe("a reading is quoted where it bites", () => {
  test("the age rule, on a birthday that changes the points", () => {
    expect(readingsOf(aResident().bornOn("1969-06-30"), "age")).toEqual([
      { name: "ageRule", value: "day-after-birthday", otherwise: [{ value: "on-birthday", points: 5 }] },
    ]);
  });

  test("the leftover days, under each other value", () => {
    const resident = aResident().registered("2020-01-15", "2020-05-01").registered("2021-03-10", "2021-06-25");

    expect(readingsOf(resident, "residence")).toEqual([
      { name: "leftover", value: "pool31", otherwise: [{ value: "drop", points: 1.5 }] },
    ]);
  });

  test("months paid back, kinds of pension, suspensions, no education record", () => {
    const resident = aResident()
      .withPension("2025-01", "2025-02")
      .withPension("2024-01", "2024-02", { backpaid: true })
      .withPension("2024-03", "2024-03", { kind: "resident" })
      .registered("2023-06-30")
      .whosePermitWas("suspended", "2024-01-01")
      .whosePermitWas("restored", "2024-03-01");

    expect(readingsOf(resident, "social-insurance")).toEqual([
      { name: "countBackpaid", value: true, otherwise: [{ value: false, points: 0 }] },
      {
        name: "pensionKinds",
        value: ["employee", "flexible"],
        otherwise: [{ value: ["employee", "flexible", "resident"], points: 1.5 }],
      },
    ]);
    expect(readingsOf(resident, "residence")).toMatchObject([{ name: "countDuringSuspension" }]);
    expect(readingsOf(resident, "education")).toMatchObject([{ name: "unknownEducation", value: 5 }]);
  });

  test("and says the question, the reason, and the words that leave it open", () => {
    const [reading] = scoredOn(aResident().bornOn("1969-06-30"), on).lines[0]?.readings ?? [];

    expect(reading).toMatchObject({
      question: { zh: "何日满周岁" },
      reason: { zh: expect.stringContaining("周岁自生日次日起算") },
      clause: "55岁以下,每减少1岁、增加1分",
    });
  });
});

describe("a reading is not quoted", () => {
  test("where the points would be the same", () => {
    const resident = aResident().bornOn("1990-06-30").withDiploma("bachelor").registered("2024-01-15");

    for (const code of ["age", "education", "social-insurance", "residence"]) {
      expect(readingsOf(resident, code)).toEqual([]);
    }
  });
});

test("a local reading bites on its own layer's line; the provincial line shows the province's", () => {
  const local = aLocalStandard({
    indicators: [ageScale("local-age", { from: 30, to: 60, points: 3, under: 1 }, 10)],
    readings: { ageRule: "on-birthday" },
  });
  const resident = aResident().bornOn("1963-06-30");

  expect(readingsOf(resident, "age", local)).toMatchObject([{ value: "day-after-birthday" }]);
  expect(readingsOf(resident, "local-age", local)).toEqual([
    { name: "ageRule", value: "on-birthday", otherwise: [{ value: "day-after-birthday", points: 3 }] },
  ]);
});

describe("a reading of the whole is quoted with the total under the other", () => {
  const county = aLocalStandard({
    indicators: [accrual("local-residence", { fact: "residence", eachMonth: 5, maximum: 230 })],
    deductions: [grade("misconduct", { fact: "skills", maximum: 40, tiers: { "title:junior": 40 } })],
  });
  const bitingOn = (resident: ResidentBuilder) => {
    const standards = publish(zhejiang(), county);
    const subject = subjectOf(resident.dossier);
    const result = scoreOn(standards, subject, day(on), neverRecomputed);
    const itemising = { standards, subject, result, recomputedThrough: neverRecomputed, provenance: unreported };
    return bitingOnTotal(itemising).map(({ name, otherwise }) => ({ name, otherwise }));
  };

  test("the order of cap and deduction", () => {
    const resident = aResident().registered("2010-01-01").withCertificate("title:junior");

    expect(bitingOn(resident)).toEqual([
      { name: "capOrder", otherwise: [{ value: "after-deductions", points: 20 + 5 + 8 + 30 + 190 }] },
    ]);
  });

  test("the scope of deductions", () => {
    const resident = aResident().withCertificate("title:junior");

    expect(bitingOn(resident)).toEqual([
      { name: "deductionScope", otherwise: [{ value: "local-only", points: 20 + 5 + 8 }] },
    ]);
  });

  test("the scope of a forgery", () => {
    const resident = aResident().withDiploma("bachelor", "2010-07-01", { id: "d1" }).whoseFactWasVoided("d1", on);

    expect(bitingOn(resident)).toEqual([{ name: "fraudScope", otherwise: [{ value: "all", points: 0 }] }]);
  });

  test("none, for a score that is void anyway", () => {
    const resident = aResident().withCertificate("title:junior").whosePermitWas("suspended", "2024-05-01");

    expect(bitingOn(resident)).toEqual([]);
  });
});
