import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ClockStep, openClock } from "#local/clock.ts";
import { shanghaiDate } from "#shared/domain/dossier.ts";
import { now } from "#shared/runtime/clock.ts";

const aFile = () => {
  const directory = mkdtempSync(join(tmpdir(), "clock-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return join(directory, "clock.json");
};

test("it begins at the real day in Shanghai", () => {
  const clock = openClock(aFile());

  expect(clock.today()).toBe(shanghaiDate(now()));
  expect(clock.movedByDays()).toBe(0);
});

test("it goes to a day, by days from there, and back", () => {
  const clock = openClock(aFile());

  clock.move(ClockStep.parse({ today: "2027-12-31" }));
  clock.move(ClockStep.parse({ days: 60 }));
  expect(clock.today()).toBe("2028-02-29");

  clock.move(ClockStep.parse({ today: shanghaiDate(now()) }));
  expect(clock.movedByDays()).toBe(0);
});

test("it stays where it was left", () => {
  const file = aFile();
  openClock(file).move({ days: 30 });

  expect(openClock(file).movedByDays()).toBe(30);
});

test.for([{}, { today: "2027-02-30" }, { days: 1.5 }, { today: "2027-01-01", days: 1 }])("%j is no step", (step) => {
  expect(ClockStep.safeParse(step).success).toBe(false);
});

test("it doesn't leave the calendar", () => {
  const clock = openClock(aFile());

  expect(() => clock.move({ days: 100_000 })).toThrow(RangeError);
  expect(clock.movedByDays()).toBe(0);
});
