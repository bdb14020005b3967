import { expect, test } from "vitest";
import { AreaCode } from "#shared/domain/area.ts";
import { date, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import { ScoreInput } from "#shared/domain/score-input.ts";
import { itemise } from "#shared/scoring/itemise.ts";
import { unreported } from "#shared/scoring/itemising.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { scoreOn } from "#shared/scoring/score.ts";
import { prepareCase } from "#shared/scoring/score-case.ts";

const standards = publishedStandards();

const linesOn = (asOf: string, local: { awards: number; deductions: number }) => {
  const input = ScoreInput.parse({
    birthDate: "1984-03-10",
    residence: [{ from: "2020-01-15", province: "330000" }],
    permit: { status: "valid" },
  });
  const prepared = prepareCase(standards, { asOf: date(asOf), area: AreaCode.parse("330000"), input, local });
  const result = scoreOn(prepared.standards, prepared.subject, dayOf(date(asOf)), prepared.recomputedThrough);
  return itemise({ ...prepared, result, provenance: unreported });
};

test("the floor's line names the day on which it will lift less, and by how much then", () => {
  const local = { awards: 0, deductions: 300 };

  const floor = linesOn("2024-06-30", local).find(({ code }) => code === "floor");

  expect(floor).toMatchObject({ points: 261.75, nextChangeOn: "2024-07-15", nextPoints: 261.5 });
  const byDay = Array.from({ length: 15 }, (_, later) => dateOf(dayAfter(dayOf(date("2024-07-01")), later)));
  const changed = byDay.find((day) => linesOn(day, local).find(({ code }) => code === "floor")?.points !== 261.75);
  expect(changed).toBe("2024-07-15");
});

test("the local cap's line stays as it is when nothing it looks at passes with time", () => {
  const cap = linesOn("2024-06-30", { awards: 230, deductions: 0 }).find(({ code }) => code === "local-cap");

  expect(cap).toMatchObject({ points: -30, nextChangeOn: null, nextPoints: null });
});
