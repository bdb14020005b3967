import { expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { liveThrough, nightsOf } from "../support/nights.ts";
import { testSystem } from "../support/test-system.ts";

const people = 60;
const system = testSystem({ generated: people });
const span = { after: date("2027-02-19"), through: date("2027-03-02") };

test("each night touches exactly those whose result changes that day, and its summary counts them", async () => {
  await liveThrough(system, people, span);

  const nights = await nightsOf(system, span);

  expect(nights.length).toBeGreaterThan(6);
  for (const { expected, was } of nights) expect(was).toEqual(expected);
});
