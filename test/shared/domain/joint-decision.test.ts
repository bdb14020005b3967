import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import type { Department } from "#shared/domain/department.ts";
import { FactPatch } from "#shared/domain/fact-patch.ts";
import { jointDecision } from "#shared/domain/joint-decision.ts";
import type { DecisionRule, Opinion } from "#shared/domain/review.ts";

const months = (...years: readonly string[]) =>
  FactPatch.parse({
    fact: "pension",
    add: years.map((year) => ({ from: `${year}-01`, to: `${year}-12`, province: "330000", kind: "employee" })),
  });
const on = date("2024-07-01");
const says = (department: Department, outcome: Opinion["outcome"], patch?: FactPatch): Opinion => ({
  ...{ department, outcome, by: `one of ${department}`, on },
  ...{ reason: `so says ${department}`, clause: "三(二)" },
  ...(patch && { patch }),
});
const decided = (rule: DecisionRule, ...opinions: readonly Opinion[]) =>
  jointDecision({ rule, deciders: ["hrss", "education"] }, opinions, on);

describe("of whom all must agree", () => {
  test("nothing follows before all have spoken, not even a rejection", () => {
    expect(decided("all-agree", says("hrss", "upheld", months("2019")))).toBeUndefined();
    expect(decided("all-agree", says("hrss", "rejected"))).toBeUndefined();
  });

  test("the same is upheld, in whatever order it is said", () => {
    const opinions = [
      says("hrss", "upheld", months("2019", "2020")),
      says("education", "upheld", months("2020", "2019")),
    ];

    expect(decided("all-agree", ...opinions)).toEqual({
      outcome: "upheld",
      reason: "so says hrss\nso says education",
      clause: "三(二)",
      patches: [months("2019", "2020")],
      by: ["one of hrss", "one of education"],
      on,
    });
  });

  test("what both want is upheld in part", () => {
    const opinions = [
      says("hrss", "upheld", months("2019", "2020")),
      says("education", "partly-upheld", months("2020", "2021")),
    ];

    expect(decided("all-agree", ...opinions)).toMatchObject({ outcome: "partly-upheld", patches: [months("2020")] });
  });

  test("what they don't agree on is rejected", () => {
    const opinions = [says("hrss", "upheld", months("2019")), says("education", "partly-upheld", months("2020"))];

    expect(decided("all-agree", ...opinions)).toMatchObject({ outcome: "rejected", patches: [] });
  });

  test("one birth date is no other", () => {
    const born = (value: string) => FactPatch.parse({ fact: "birthDate", value });
    const opinions = (other: string) => [
      says("hrss", "upheld", born("1990-05-17")),
      says("education", "upheld", born(other)),
    ];

    expect(decided("all-agree", ...opinions("1990-05-17"))).toMatchObject({ outcome: "upheld" });
    expect(decided("all-agree", ...opinions("1990-05-18"))).toMatchObject({ outcome: "rejected" });
  });
});

describe("of whom each decides for itself", () => {
  test("what each wants applies", () => {
    const opinions = [says("hrss", "upheld", months("2019")), says("education", "upheld", months("2020"))];

    expect(decided("each-for-itself", ...opinions)).toMatchObject({
      outcome: "upheld",
      patches: [months("2019"), months("2020")],
    });
  });

  test("one rejection among them leaves it upheld in part, nothing but rejections rejected", () => {
    const one = [says("hrss", "rejected"), says("education", "upheld", months("2020"))];
    const all = [says("hrss", "rejected"), says("education", "rejected")];

    expect(decided("each-for-itself", ...one)).toMatchObject({ outcome: "partly-upheld", patches: [months("2020")] });
    expect(decided("each-for-itself", ...all)).toMatchObject({ outcome: "rejected", patches: [] });
  });
});

test("where one decides, the first word is the last", () => {
  expect(decided("one-decides", says("education", "rejected"))).toMatchObject({ outcome: "rejected" });
});
