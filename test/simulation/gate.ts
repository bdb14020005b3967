import type { Chance } from "#test/support/chance.ts";
import type { Invocation, Scheduler } from "./scheduler.ts";
import type { Trace } from "./trace.ts";

/** What befalls a call. */
type Fate = "done" | "refused" | "unanswered" | "sent-twice" | "killed-before" | "killed-after";

/** How often things go wrong, in so many of a thousand calls. */
export interface Weather {
  readonly faults: number;
  readonly kills: number;
}

export const calm: Weather = { faults: 0, kills: 0 };

export interface Gate {
  readonly chance: Chance;
  readonly scheduler: Scheduler;
  readonly trace: Trace;
  readonly weather: () => Weather;
}

/**
 * The repository as one invocation sees it: each call waits for its turn; then it is done, or refused as by a table that
 * is too busy, or done and its answer lost, or sent twice by a client that had no answer; or the caller is killed.
 */
export const gated = <Repository extends object>(
  gate: Gate,
  invocation: Invocation,
  name: string,
  repository: Repository,
): Repository =>
  Object.fromEntries(
    Object.entries(repository).map(([method, call]) => [
      method,
      (...given: readonly unknown[]) => befall(gate, invocation, `${name}.${method}`, given, () => call(...given)),
    ]),
  ) as Repository;

const befall = async (
  { chance, scheduler, trace, weather }: Gate,
  invocation: Invocation,
  what: string,
  given: readonly unknown[],
  call: () => Promise<unknown>,
): Promise<unknown> => {
  await scheduler.turn(invocation);
  const fate = drawn(chance, weather());
  const told = fate === "done" ? what : `${what} [${fate}]`;
  if (fate === "refused" || fate === "killed-before") {
    trace.write(invocation.name, told, given);
    if (fate === "refused") throw new Error("the table is too busy");
    return killed(scheduler, invocation);
  }
  const first = await outcomeOf(call);
  const came = fate === "sent-twice" ? await outcomeOf(call) : first;
  trace.write(invocation.name, told, given, came.value);
  if (fate === "killed-after") return killed(scheduler, invocation);
  if (fate === "unanswered") throw new Error("no answer came");
  if (came.threw) throw came.value;
  return came.value;
};

const drawn = (chance: Chance, { faults, kills }: Weather): Fate => {
  const number = chance.between(0, 999);
  if (number < faults) return chance.oneOf("refused", "refused", "unanswered", "unanswered", "sent-twice");
  if (number < faults + kills) return chance.oneOf("killed-before", "killed-after");
  return "done";
};

const killed = (scheduler: Scheduler, invocation: Invocation): Promise<never> => {
  scheduler.kill(invocation);
  return new Promise(() => {});
};

const outcomeOf = async (
  call: () => Promise<unknown>,
): Promise<{ readonly threw: boolean; readonly value: unknown }> => {
  try {
    return { threw: false, value: await call() };
  } catch (value) {
    return { threw: true, value };
  }
};
