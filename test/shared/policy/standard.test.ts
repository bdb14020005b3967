import { describe, expect, test } from "vitest";
import { readStandard } from "#shared/policy/read-standard.ts";
import { Standard } from "#shared/policy/standard.ts";
import { accrual, aLocalStandard, type Content, grade, zhejiang } from "#test/support/standards.ts";

const offending = (content: Content): readonly string[] =>
  (Standard.safeParse(content).error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);

const without = (content: Content, key: string): Content =>
  Object.fromEntries(Object.entries(content).filter(([name]) => name !== key));

const [firstIndicator, ...otherIndicators] = zhejiang().indicators as readonly [Content, ...Content[]];
const withFirst = (changed: Content): Content => zhejiang({ indicators: [changed, ...otherIndicators] });

describe("a standard", () => {
  test("is the provincial one, or a local layer", () => {
    expect(offending(zhejiang())).toEqual([]);
    expect(offending(aLocalStandard())).toEqual([]);
    expect(offending(aLocalStandard({ layer: "city" }))).toEqual([]);
  });

  test("has no unknown key: the error names it", () => {
    expect(offending(zhejiang({ colour: "blue" }))).toEqual([': Unrecognized key: "colour"']);
    expect(offending(withFirst({ ...firstIndicator, weight: 2 }))).toEqual([
      'indicators.0: Unrecognized key: "weight"',
    ]);
    expect(offending(aLocalStandard({ readings: { ageRules: "on-birthday" } }))).toEqual([
      'readings: Unrecognized key: "ageRules"',
    ]);
  });

  test.each(["validityClause", "effectiveFrom", "document", "indicators", "readings", "statusClauses", "totals"])(
    "needs its %s",
    (key) => {
      expect(offending(without(zhejiang(), key))[0]).toContain(key);
    },
  );

  test("quotes a clause for every value", () => {
    const { band, ...rule } = firstIndicator.rule as { readonly band: Content };
    const unquotedMaximum = withFirst({ ...firstIndicator, maximum: { points: 20 } });
    const unquotedBand = withFirst({ ...firstIndicator, rule: { ...rule, band: without(band, "clause") } });
    const readings = zhejiang().readings as Record<string, Content>;
    const unquotedReading = zhejiang({ readings: { ...readings, ageRule: without(readings.ageRule ?? {}, "clause") } });

    expect(offending(unquotedMaximum)[0]).toContain("indicators.0.maximum.clause");
    expect(offending(unquotedBand)[0]).toContain("indicators.0.rule.band.clause");
    expect(offending(unquotedReading)[0]).toContain("readings.ageRule.clause");
  });

  test("declares every reading, if it is the provincial one", () => {
    const readings = zhejiang().readings as Content;

    expect(offending(zhejiang({ readings: without(readings, "leftover") }))[0]).toContain("readings.leftover");
  });

  test("names each indicator once, deductions among them", () => {
    const twice = accrual("misconduct", { fact: "residence", eachMonth: 1, maximum: 5 });

    expect(offending(aLocalStandard({ indicators: [twice], deductions: [twice] }))[0]).toContain("stands twice");
  });

  test("doesn't end before it begins", () => {
    expect(offending(zhejiang({ validUntil: "2023-07-25" }))[0]).toContain("validUntil");
    expect(offending(zhejiang({ validUntil: "2023-07-26" }))).toEqual([]);
  });

  test.each([0.125, -1, 100_001])("gives no %d points", (points) => {
    expect(offending(withFirst({ ...firstIndicator, maximum: { points, clause: "最高限" } }))[0]).toContain(
      "indicators.0.maximum.points",
    );
  });

  test("names a method that exists", () => {
    expect(offending(withFirst({ ...firstIndicator, rule: { method: "lottery" } }))[0]).toContain("rule.method");
  });

  test("has deductions and a freeze only if it is local", () => {
    const misconduct = grade("misconduct", { fact: "skills", maximum: 5, tiers: { "title:junior": 5 } });

    expect(offending(zhejiang({ deductions: [misconduct] }))).toEqual([': Unrecognized key: "deductions"']);
  });
});

describe("reading a standard from its file", () => {
  test("names the file and every offending key", () => {
    const content = zhejiang({ colour: "blue", validUntil: "2023-02-29" });

    expect(() => readStandard("330000-zhejiang/2023-07-26.json", content)).toThrow(
      /330000-zhejiang\/2023-07-26\.json is not a standard:.*colour.*validUntil/s,
    );
  });

  test("gives a digest that names its exact words", () => {
    const digest = readStandard("a", zhejiang()).digest;

    expect(readStandard("b", zhejiang()).digest).toBe(digest);
    expect(readStandard("a", zhejiang({ validUntil: "2028-07-24" })).digest).not.toBe(digest);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });
});
