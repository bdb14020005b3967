import { describe, expect, test } from "vitest";
import { AreaCode } from "#shared/domain/area.ts";
import { dateOf, day, never } from "#shared/domain/calendar.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { accrual, aLocalStandard, publish, zhejiang } from "#test/support/standards.ts";

const inForce = (standards: Standards, area: string, on: string): readonly string[] | undefined => {
  const compiled = standards.inForce(AreaCode.parse(area), day(on));
  return compiled && [compiled.root.code, ...compiled.locals.map(({ code }) => code)];
};

const county = aLocalStandard({ code: "county-rules", area: "339901" });
const city = aLocalStandard({ code: "city-rules", layer: "city", area: "339900" });

describe("the standard in force", () => {
  test("is the provincial one from its first day to its last, both inclusive", () => {
    const standards = publish(zhejiang());

    expect(inForce(standards, "339901", "2023-07-25")).toBeUndefined();
    expect(inForce(standards, "339901", "2023-07-26")).toEqual(["zhejiang-common"]);
    expect(inForce(standards, "339901", "2028-07-25")).toEqual(["zhejiang-common"]);
    expect(inForce(standards, "339901", "2028-07-26")).toBeUndefined();
  });

  test("is none in another province", () => {
    expect(inForce(publish(zhejiang()), "320101", "2024-06-30")).toBeUndefined();
  });

  test("has a county's layer in that county only, and while it lasts", () => {
    const standards = publish(zhejiang(), county);

    expect(inForce(standards, "339901", "2023-12-31")).toEqual(["zhejiang-common"]);
    expect(inForce(standards, "339901", "2024-01-01")).toEqual(["zhejiang-common", "county-rules"]);
    expect(inForce(standards, "339901", "2026-12-31")).toEqual(["zhejiang-common", "county-rules"]);
    expect(inForce(standards, "339901", "2027-01-01")).toEqual(["zhejiang-common"]);
    expect(inForce(standards, "339902", "2024-01-01")).toEqual(["zhejiang-common"]);
  });

  test("has a city's layer in all its counties, above theirs", () => {
    const standards = publish(zhejiang(), county, city);

    expect(inForce(standards, "339901", "2024-06-30")).toEqual(["zhejiang-common", "city-rules", "county-rules"]);
    expect(inForce(standards, "339902", "2024-06-30")).toEqual(["zhejiang-common", "city-rules"]);
    expect(inForce(standards, "338801", "2024-06-30")).toEqual(["zhejiang-common"]);
  });

  test("is a county's own where the city has set one for all its counties", () => {
    const forAll = aLocalStandard({ code: "for-all", area: "339900", effectiveFrom: "2024-03-01" });
    const standards = publish(zhejiang(), county, forAll);

    expect(inForce(standards, "339901", "2024-06-30")).toEqual(["zhejiang-common", "county-rules"]);
    expect(inForce(standards, "339902", "2024-06-30")).toEqual(["zhejiang-common", "for-all"]);
  });

  test("is the revision that began last, in whatever order they were put in force", () => {
    const revised = aLocalStandard({ code: "revised", area: "339901", effectiveFrom: "2025-07-01" });

    for (const standards of [publish(zhejiang(), county, revised), publish(revised, county, zhejiang())]) {
      expect(inForce(standards, "339901", "2025-06-30")).toEqual(["zhejiang-common", "county-rules"]);
      expect(inForce(standards, "339901", "2025-07-01")).toEqual(["zhejiang-common", "revised"]);
    }
  });

  test("is nothing local without a provincial one", () => {
    const early = aLocalStandard({ effectiveFrom: "2023-01-01" });

    expect(inForce(publish(zhejiang(), early), "339901", "2023-07-25")).toBeUndefined();
  });
});

describe("a registry", () => {
  const standards = publish(zhejiang(), county);

  test("has a revision that is the number of its standards", () => {
    expect(standards.revision).toBe(2);
    expect(standards.published.map(({ standard }) => standard.code)).toEqual(["zhejiang-common", "county-rules"]);
  });

  test("knows every standard of an area, whenever in force", () => {
    const codes = (area: string) => standards.existing(AreaCode.parse(area)).map(({ standard }) => standard.code);

    expect(codes("339901")).toEqual(["zhejiang-common", "county-rules"]);
    expect(codes("339902")).toEqual(["zhejiang-common"]);
    expect(codes("320101")).toEqual([]);
  });

  test("turns on the first day of a standard and on the day after its last", () => {
    const turns: string[] = [];
    for (let turn = standards.turnAfter(day("2023-01-01")); turn !== never; turn = standards.turnAfter(turn)) {
      turns.push(dateOf(turn));
    }

    expect(turns).toEqual(["2023-07-26", "2024-01-01", "2027-01-01", "2028-07-26"]);
  });

  test("compiles one composition once, and another one under another name", () => {
    const [one, again, elsewhere] = ["339901", "339901", "339902"].map((area) =>
      standards.inForce(AreaCode.parse(area), day("2024-06-30")),
    );

    expect(again).toBe(one);
    expect(elsewhere?.id).not.toBe(one?.id);
  });
});

describe("under other readings", () => {
  const area = AreaCode.parse("339901");
  const on = day("2024-06-30");

  test("the standards are the same, read otherwise; the registry itself stays as it is", () => {
    const standards = publish(zhejiang());

    const other = standards.under({ switched: { leftover: "drop" } }).inForce(area, on);

    expect(other?.readings.leftover).toBe("drop");
    expect(standards.inForce(area, on)?.readings.leftover).toBe("pool31");
  });

  test("hypotheses add up", () => {
    const both = publish(zhejiang())
      .under({ switched: { leftover: "drop" } })
      .under({ switched: { ageRule: "on-birthday" }, givenLocal: true });

    const compiled = both.inForce(area, on);

    expect(compiled?.readings).toMatchObject({ leftover: "drop", ageRule: "on-birthday" });
    expect(compiled?.indicators.map(({ code }) => code)).toContain("local-awards");
  });

  test("one hypothesis is compiled once, and a thousand don't pile up", () => {
    const standards = publish(zhejiang());
    const first = standards.under({ switched: { unknownEducation: 0 } });

    expect(standards.under({ switched: { unknownEducation: 0 } })).toBe(first);
    for (let points = 1; points <= 300; points++) standards.under({ switched: { unknownEducation: points } });
    expect(standards.under({ switched: { unknownEducation: 0 } })).not.toBe(first);
  });
});

test("a local reading holds for its own layer; the provincial lines keep the province's", () => {
  const local = accrual("local-residence", { fact: "residence", eachMonth: 1, maximum: 50 });
  const standards = publish(zhejiang(), aLocalStandard({ indicators: [local], readings: { leftover: "drop" } }));

  const compiled = standards.inForce(AreaCode.parse("339901"), day("2024-06-30"));
  const leftovers = compiled?.indicators.map(({ code, readings }) => [code, readings.leftover]);

  expect(leftovers).toContainEqual(["residence", "pool31"]);
  expect(leftovers).toContainEqual(["local-residence", "drop"]);
});
