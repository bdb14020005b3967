import { expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { liveThrough, nightsOf } from "../support/nights.ts";
import { testSystem } from "../support/test-system.ts";

const people = 1_000;
const system = testSystem({ generated: people });
const span = { after: date("2026-12-31"), through: date("2027-12-31") };

test("in a year of nights each touches exactly those of a thousand whose result changes that day", async () => {
  await liveThrough(system, people, span);

  const nights = await nightsOf(system, span);

  expect(nights).toHaveLength(365);
  for (const { expected, was } of nights) expect(was).toEqual(expected);
});
