import { expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { liveThrough, nightsOf } from "../support/nights.ts";
import { testSystem } from "../support/test-system.ts";

const people = 300;
const system = testSystem({ generated: people });
const span = { after: date("2026-12-31"), through: date("2027-02-28") };

test("in two months of nights each touches exactly those whose result changes that day", async () => {
  await liveThrough(system, people, span);

  const nights = await nightsOf(system, span);

  expect(nights).toHaveLength(59);
  for (const { expected, was } of nights) expect(was).toEqual(expected);
});
