import { afterEach, expect, test, vi } from "vitest";
import { now, today } from "#shared/runtime/clock.ts";

afterEach(() => {
  delete process.env.CALENDAR_DAY_OFFSET;
  vi.useRealTimers();
});

test.each([
  ["2024-06-30T15:59:59.999Z", "2024-06-30"],
  ["2024-06-30T16:00:00.000Z", "2024-07-01"],
  ["2023-12-31T16:00:00.000Z", "2024-01-01"],
])("at %s it is %s in Shanghai", (instant, day) => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(instant) });

  expect(today()).toBe(day);
  expect(now()).toBe(instant);
});

test("the one-machine clock moves the day at once, and real time not at all", () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2024-02-28T01:00:00.000Z") });
  const days = ["1", "2", "-59", "0"].map((offset) => {
    process.env.CALENDAR_DAY_OFFSET = offset;
    return today();
  });

  expect(days).toEqual(["2024-02-29", "2024-03-01", "2023-12-31", "2024-02-28"]);
  expect(now()).toBe("2024-02-28T01:00:00.000Z");
});

test.each(["tomorrow", "1.5", "1e3", " "])("an offset of %j days is a fault", (offset) => {
  process.env.CALENDAR_DAY_OFFSET = offset;

  expect(() => today()).toThrow("CALENDAR_DAY_OFFSET is not a whole number of days");
});
