import { expect, test } from "vitest";
import { endOfWalk, WalkOrder, walkOf } from "#local/walk.ts";
import { date } from "#shared/domain/calendar.ts";
import { aCalendar } from "./scheduler/a-calendar.ts";

const aWalk = (today: string, idle = async (): Promise<void> => {}) => {
  const calendar = aCalendar(today);
  return { ...calendar, walk: walkOf({ ...calendar, idle }) };
};

const over = async (walk: ReturnType<typeof walkOf>): Promise<void> => {
  await expect.poll(() => walk.under(), { interval: 5, timeout: 10_000 }).toBeNull();
};

test("every day of a walk has all that is due on it, in order, and then is over", async () => {
  const { walk, clock, started } = aWalk("2027-01-01");

  expect(walk.begin(date("2027-01-04"))).toBe(true);
  await over(walk);

  expect(started).toEqual([
    "2027-01-02 night",
    "2027-01-02 rules",
    "2027-01-03 night",
    "2027-01-03 rules",
    "2027-01-03 sweep",
    "2027-01-04 night",
    "2027-01-04 rules",
  ]);
  expect(clock.today()).toBe("2027-01-04");
  expect(walk.last()).toMatchObject({ from: "2027-01-01", to: "2027-01-04", nightsRun: 3, started: 7, notStarted: 0 });
});

test("what a schedule starts has ended before the next one fires", async () => {
  let running = 0;
  const seen: number[] = [];
  const idle = async () => {
    running += 1;
    seen.push(running);
    await new Promise(setImmediate);
    running -= 1;
  };
  const { walk } = aWalk("2027-01-01", idle);

  walk.begin(date("2027-01-03"));
  await over(walk);

  expect(seen).toEqual([1, 1, 1, 1, 1]);
});

test("there is one walk at a time, and one can see how far it has come", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { walk } = aWalk("2027-01-01", () => promise);

  walk.begin(date("2027-01-03"));

  expect(walk.begin(date("2027-01-05"))).toBe(false);
  expect(walk.under()).toMatchObject({ from: "2027-01-01", to: "2027-01-03", nightsRun: 0 });
  resolve();
  await over(walk);
});

test("a walk that is ended stops after its day", async () => {
  const { walk, clock } = aWalk("2027-01-01");

  walk.begin(date("2027-12-31"));
  await walk.end();

  expect(clock.today()).toBe("2027-01-02");
  expect(walk.under()).toBeNull();
  expect(walk.last()).toMatchObject({ nightsRun: 1 });
});

test("a walk that fails says so, and another can begin", async () => {
  const { walk } = aWalk("2027-01-01", () => Promise.reject(new Error("broken")));

  walk.begin(date("2027-01-03"));
  await over(walk);

  expect(walk.last()).toMatchObject({ error: "Error: broken" });
  expect(walk.begin(date("2027-01-05"))).toBe(true);
  await over(walk);
});

test("a walk goes to a day, or by so many", () => {
  const today = date("2027-12-31");

  expect(endOfWalk(WalkOrder.parse({ walk: 60 }), today)).toBe("2028-02-29");
  expect(endOfWalk(WalkOrder.parse({ walkTo: "2028-02-01" }), today)).toBe("2028-02-01");
  expect(() => endOfWalk({ walk: 36_500 }, today)).toThrow("must lie between");
});
