import { afterEach, expect, test, vi } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { aCalendar, night, readSchedule } from "./a-calendar.ts";

afterEach(() => {
  vi.useRealTimers();
});

const at = (time: string) => vi.setSystemTime(new Date(`${time}+08:00`));

test("what is due on a day comes in order of its time, by the day in Shanghai", () => {
  const { scheduler } = aCalendar("2027-01-01");
  const dueOn = (day: string) => scheduler.dueOn(date(day)).map(({ schedule, at }) => [schedule.name, new Date(at)]);

  // a Sunday
  expect(dueOn("2027-01-03")).toEqual([
    ["night", new Date("2027-01-02T16:30:00Z")],
    ["rules", new Date("2027-01-02T18:00:00Z")],
    ["sweep", new Date("2027-01-02T19:00:00Z")],
  ]);
  expect(dueOn("2027-01-04").map(([name]) => name)).toEqual(["night", "rules"]);
});

test("midnight belongs to the day that it begins", () => {
  const { scheduler } = aCalendar("2027-01-01", readSchedule("midnight", "cron(0 0 1 * ? *)"));

  expect([scheduler.dueOn(date("2026-12-31")).length, scheduler.dueOn(date("2027-01-01")).length]).toEqual([0, 1]);
});

test("a schedule fires once when its time has come, by the moved calendar", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  at("2026-03-10T00:29:59");
  const { scheduler, started } = aCalendar("2027-05-20", night);

  scheduler.tick();
  expect(started).toEqual([]);
  at("2026-03-10T00:30:01");
  scheduler.tick();
  scheduler.tick();
  at("2026-03-10T00:30:02");
  scheduler.tick();

  expect(started).toEqual(["2027-05-20 night"]);
});

test("nights that the calendar jumps over are missed", () => {
  const { scheduler, clock, started } = aCalendar("2027-05-20");

  clock.move({ days: 30 });
  scheduler.tick();

  expect(started).toEqual([]);
});

test("it says what comes next by the moved calendar", () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  at("2026-03-10T12:00:00");

  expect(aCalendar("2027-05-20", night).scheduler.next()).toEqual([{ name: "night", at: "2027-05-20T16:30:00.000Z" }]);
});

test("a start that fails is tried again", async () => {
  const { scheduler, started, dead } = aCalendar("2027-05-20", night, 1);

  expect(await scheduler.fire(...onlyOne(night))).toBe(true);

  expect([started, dead]).toEqual([["2027-05-20 night"], []]);
});

test("a start that fails as often as it may goes to the dead-letter queue", async () => {
  const schedule = readSchedule("night", "cron(30 0 * * ? *)", { RetryPolicy: { MaximumRetryAttempts: 0 } });
  const { scheduler, started, dead } = aCalendar("2027-05-20", schedule, 1);

  expect(await scheduler.fire(...onlyOne(schedule))).toBe(false);

  expect([started, dead]).toEqual([[], ['ScheduleFailures: {"work":"night"}']]);
});

test("when the machine is switched off meanwhile, the night is missed and no dead letter", async () => {
  const { scheduler, dead } = aCalendar("2027-05-20", night, 5);

  const firing = scheduler.fire(...onlyOne(night));
  scheduler.close();

  expect(await firing).toBe(false);
  expect(dead).toEqual([]);
});

test.for([
  ["a window", {}, { FlexibleTimeWindow: { Mode: "FLEXIBLE", MaximumWindowInMinutes: 15 } }, "FlexibleTimeWindow"],
  ["a schedule that is off", {}, { State: "DISABLED" }, "State"],
  ["an end", {}, { EndDate: "2027-01-01T00:00:00Z" }, "EndDate"],
  ["a name of the firing", { Input: '{"at":"<aws.scheduler.scheduled-time>"}' }, {}, "Input"],
  ["another target's parameters", { SqsParameters: {} }, {}, "SqsParameters"],
] as const)("%s is refused by name", ([, target, properties, message]) => {
  expect(() => readSchedule("night", "cron(30 0 * * ? *)", target, properties)).toThrow(message);
});

const onlyOne = <Each>([one]: readonly Each[]): [Each] => {
  if (one === undefined) throw new Error("there is none");
  return [one];
};
