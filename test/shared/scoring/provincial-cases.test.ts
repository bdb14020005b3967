import { describe, expect, test } from "vitest";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { SwitchedReadings } from "#shared/domain/readings.ts";
import { GivenLocal, ScoreInput } from "#shared/domain/score-input.ts";
import { unreported } from "#shared/scoring/itemising.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { scoreOn } from "#shared/scoring/score.ts";
import { prepareCase } from "#shared/scoring/score-case.ts";
import { scoreSheet } from "#shared/scoring/score-sheet.ts";
import { type ProvincialCase, provincialCases, provincialVariants } from "#test/support/provincial-cases.ts";

const standards = publishedStandards();

const sheetOf = ({ asOf, input, local, readings }: ProvincialCase) => {
  const prepared = prepareCase(standards, {
    asOf: CalendarDate.parse(asOf),
    area: AreaCode.parse("330000"),
    input: ScoreInput.parse(input),
    local: local && GivenLocal.parse(local),
    readings: readings && SwitchedReadings.parse(readings),
  });
  const { subject, recomputedThrough } = prepared;
  const result = scoreOn(prepared.standards, subject, dayOf(CalendarDate.parse(asOf)), recomputedThrough);
  return scoreSheet({ ...prepared, result, provenance: unreported });
};

describe("the worked cases of the document", () => {
  test("are all 69, with 13 variants", () => {
    expect(provincialCases()).toHaveLength(69);
    expect(provincialVariants()).toHaveLength(13);
  });

  test.each(provincialCases().map((one) => [one.id, one.why, one] as const))("%s: %s", (_id, _why, one) => {
    expect(sheetOf(one)).toMatchObject(one.expected);
  });
});

test.each(provincialVariants().map((one) => [one.id, one] as const))("%s", (_id, variant) => {
  expect(sheetOf(variant)).toMatchObject(variant.expected);
});

test("what nothing is known of is named as missing, and nothing else", () => {
  for (const one of provincialCases()) {
    const flagged = (one.flags ?? []).flatMap((flag) => flag.match(/^data-missing:(\w+)$/)?.slice(1) ?? []);
    const sheet = sheetOf(one);

    expect(sheet.missing).toEqual(flagged);
    expect(sheet.lines.filter(({ missing }) => missing).map(({ facts }) => facts[0]?.fact)).toEqual(flagged);
  }
});
