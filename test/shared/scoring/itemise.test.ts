import { describe, expect, test } from "vitest";
import { day } from "#shared/domain/calendar.ts";
import { supplierOf } from "#shared/domain/department.ts";
import { itemise } from "#shared/scoring/itemise.ts";
import { neverRecomputed, scoreOn } from "#shared/scoring/score.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import { aResident } from "#test/support/a-resident.ts";
import { scoredOn } from "#test/support/scored-on.ts";
import { accrual, aLocalStandard, grade, publish, zhejiang } from "#test/support/standards.ts";

const on = "2024-06-30";
const worker = aResident().bornOn("1992-03-10").withPension("2019-03", "2024-05").registered("2019-02-20");

describe("an itemised score", () => {
  test("has a line for each provincial indicator, in the order of the table", () => {
    const { lines } = scoredOn(worker, on);

    expect(lines.map(({ code, points, maximum, capped }) => [code, points, maximum, capped])).toEqual([
      ["age", 20, 20, true],
      ["education", 5, 10, false],
      ["skill", 0, 10, false],
      ["social-insurance", 30, 30, true],
      ["residence", 16, 30, false],
    ]);
  });

  test("says of each line what it rests on, in the words of the document", () => {
    const residence = scoredOn(worker, on).lines.at(-1);

    expect(residence).toMatchObject({
      kind: "indicator",
      layer: "province",
      name: { zh: "居住时间", en: "Length of residence" },
      reckoning: { zh: "2019-02-20 至 2024-06-30 共 64 个月 × 0.25 = 16" },
      clause: { document: "浙政办发〔2023〕38号", source: "三(二)表 居住时间" },
      facts: [{ fact: "residence", department: "public-security", receivedAt: null, stale: false, correctedOn: null }],
      missing: false,
      nextChangeOn: "2024-07-20",
      nextPoints: 16.25,
    });
  });

  test("says of each line when its department last reported", () => {
    const standards = publish(zhejiang());
    const subject = subjectOf(worker.dossier);
    const result = scoreOn(standards, subject, day(on), neverRecomputed);
    const receivedAt = "2024-06-29T01:00:00.000Z";

    const lines = itemise({
      standards,
      subject,
      result,
      recomputedThrough: neverRecomputed,
      provenance: (fact) => ({ receivedAt, stale: supplierOf[fact] === "hrss", correctedOn: null }),
    });

    const facts = lines.flatMap(({ facts }) => facts);
    expect(facts.map(({ department, stale }) => [department, stale])).toEqual([
      ["public-security", false],
      ["education", false],
      ["hrss", true],
      ["hrss", true],
      ["public-security", false],
    ]);
    expect(facts.every((fact) => fact.receivedAt === receivedAt)).toBe(true);
  });

  test("marks the line of which nothing is known", () => {
    const { lines } = scoredOn(worker.withNothingKnownOf("birthDate"), on);

    expect(lines.filter(({ missing }) => missing).map(({ code }) => code)).toEqual(["age"]);
  });

  test("is empty where no standard is in force", () => {
    expect(scoredOn(worker, "2023-07-25").lines).toEqual([]);
  });
});

describe("a cap or a floor that bites", () => {
  const award = (code: string, maximum: number) => accrual(code, { fact: "residence", eachMonth: 5, maximum });
  const misconduct = grade("misconduct", { fact: "skills", maximum: 500, tiers: { "title:junior": 500 } });
  const county = aLocalStandard({
    maximum: { points: 40, clause: "最高分值40分" },
    indicators: [award("local-residence", 90)],
    deductions: [misconduct],
  });

  test("is a line of its own, so that all lines sum to the total", () => {
    const { lines, total } = scoredOn(worker, on, { standards: publish(zhejiang(), county) });

    const sum = lines.reduce((sum, { points }) => sum + points, 0);

    expect(lines.at(-1)).toMatchObject({
      code: "county-cap",
      kind: "adjustment",
      layer: "county",
      points: -50,
      rule: { zh: "最高分值40分", en: "The layer gives at most 40" },
      clause: { document: "样例政发〔2024〕1号", source: "样例县个性指标", text: "最高分值40分" },
      inputs: [{ name: "layer-cap", value: 40, unit: "points" }],
    });
    expect(sum).toBe(total);
    expect(total).toBe(111);
  });

  test("of all local layers together quotes the document", () => {
    const standards = publish(
      zhejiang(),
      aLocalStandard({ layer: "city", area: "339900", code: "city", indicators: [award("city-residence", 150)] }),
      aLocalStandard({ indicators: [award("local-residence", 150)] }),
    );

    const line = scoredOn(worker, on, { standards }).lines.at(-1);

    expect(line).toMatchObject({
      code: "local-cap",
      points: -100,
      clause: { text: "市县个性指标最高分值200分", document: "浙政办发〔2023〕38号", source: "三(一)" },
    });
  });

  test("shows a deduction as negative points, and the floor under the total", () => {
    const offender = worker.withCertificate("title:junior");

    const { lines, total } = scoredOn(offender, on, { standards: publish(zhejiang(), county) });

    expect(lines.find(({ code }) => code === "misconduct")).toMatchObject({
      kind: "deduction",
      points: -500,
      capped: true,
      reckoning: { en: "The best one: junior title, obtained 2015-01-01: 500" },
    });
    expect(lines.at(-1)).toMatchObject({ code: "floor", layer: "total", points: 381, clause: { text: "最低为零分" } });
    expect(total).toBe(0);
  });
});
