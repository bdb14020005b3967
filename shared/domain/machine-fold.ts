import type { CalendarDate } from "./calendar.ts";
import type { Machine } from "./machine.ts";

/** What a machine is about, as it stands: the fold of its steps. */
interface Standing<State extends string> {
  /** The number of its steps. */
  readonly version: number;
  readonly state: State;
  readonly since: CalendarDate;
}

interface Recorded<Step extends string> {
  readonly version: number;
  readonly step: { readonly type: Step };
  readonly on: CalendarDate;
}

/**
 * A fold that keeps to the machine: `stepped` says what a step makes of the thing, which then gets its version, and with
 * another state the day since when it stands there.
 */
export const machineFold =
  <State extends string, Step extends string, Thing extends Standing<State>, Line extends Recorded<Step>>(
    machine: Machine<State, Step, string, string>,
    stepped: (before: Thing | undefined, recorded: Line) => Thing,
  ) =>
  /** @throws Error when the step does not follow on the version, or the machine knows no such way */
  (before: Thing | undefined, recorded: Line): Thing => {
    const { step, version, on } = recorded;
    if (version !== (before?.version ?? 0) + 1) throw new Error(`step ${version} does not follow on what there is`);
    const next = stepped(before, recorded);
    const { from, to } = machine[step.type];
    const allowed = to === "same" ? [before?.state] : to;
    if (!from.includes(before?.state ?? "none") || !allowed.includes(next.state)) {
      throw new Error(`${step.type} does not lead from ${before?.state ?? "none"} to ${next.state}`);
    }
    return { ...next, version, since: before && next.state === before.state ? before.since : on };
  };
