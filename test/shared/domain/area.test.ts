import { describe, expect, test } from "vitest";
import { AreaCode, coveringAreas, isWithin } from "#shared/domain/area.ts";

const [province, city, county] = ["330000", "339900", "339901"].map((code) => AreaCode.parse(code)) as [
  AreaCode,
  AreaCode,
  AreaCode,
];

describe("an area", () => {
  test("covers itself; a city covers its counties, the province all of them", () => {
    expect(isWithin(county, county)).toBe(true);
    expect(isWithin(county, city)).toBe(true);
    expect(isWithin(county, province)).toBe(true);
    expect(isWithin(city, province)).toBe(true);
  });

  test("is not covered by a narrower one, nor by a neighbour whose code begins alike", () => {
    expect(isWithin(province, city)).toBe(false);
    expect(isWithin(city, county)).toBe(false);
    expect(isWithin(AreaCode.parse("339911"), county)).toBe(false);
    expect(isWithin(AreaCode.parse("338801"), city)).toBe(false);
    expect(isWithin(AreaCode.parse("320000"), province)).toBe(false);
  });

  test("names those that cover it, the narrowest first and each once", () => {
    expect(coveringAreas(county)).toEqual([county, city, province]);
    expect(coveringAreas(city)).toEqual([city, province]);
    expect(coveringAreas(province)).toEqual([province]);
  });

  test.each(["33990", "3399011", "039901", "33990a", ""])("is not %s", (code) => {
    expect(AreaCode.safeParse(code).success).toBe(false);
  });
});
