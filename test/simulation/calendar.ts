import type { ExecutionInput } from "#shared/storage/executions.ts";
import type { System } from "./system.ts";

/** The days of the plan, with what the schedules fire on each: some of it twice, some of it never. */
export const createCalendar = (system: System) => {
  const { chance, clock, plan, machine } = system;
  let left = plan.days;
  let firings = 0;
  let fed = true;
  const toFire: ExecutionInput[] = [];
  return {
    isOver: () => left === 0 && toFire.length === 0,
    canGoOn: () => left > 0,
    isFed: () => fed,
    isFiring: () => toFire.length > 0,
    goOn: () => {
      left -= 1;
      clock.nextDay();
      system.trace.write("calendar", `it is ${clock.today()}`);
      const day = plan.days - left;
      if (day >= plan.rollsOutOn) system.deploy(day === plan.rollsOutOn ? "rolling" : "new");
      fed = !chance.percent(plan.feedStops);
      for (let times = chance.oneOf(0, 1, 1, 1, 2); times > 0; times--) toFire.push({ work: "night" });
      if (chance.percent(70)) toFire.push({ work: "rules" });
      if (chance.percent(plan.sweeps)) toFire.push({ work: "sweep" });
    },
    fire: () => {
      const input = toFire.shift();
      if (input) void machine.start(`schedule-${++firings}`, input);
    },
  };
};
