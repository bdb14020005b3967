import { type CalendarDate, dateOf, dayAfter, dayOf } from "./calendar.ts";
import type { Programme, ProgrammeRole } from "./programme.ts";
import type { ProgrammeCondition } from "./programme-machine.ts";
import { windowOf } from "./programme-window.ts";
import { Refusal } from "./refusal.ts";

/** Who wants to take a step of a programme. */
export interface ProgrammeActing {
  readonly subject: string;
  readonly role: ProgrammeRole;
}

type Check = (programme: Programme, who: ProgrammeActing, on: CalendarDate) => void;

/** How each condition is told: it throws where it does not hold. Those of the system are faults, as nobody asked. */
export const programmeConditions: Readonly<Record<ProgrammeCondition, Check>> = {
  "second-person": ({ authors }, { subject }) => {
    if (authors.includes(subject)) throw new Refusal("second-person-needed", {});
  },
  "window-not-over": (programme, _, on) => {
    const { closesOn } = windowOf(programme);
    if (on > closesOn) throw new Refusal("programme-too-late", { closedOn: closesOn });
  },
  "window-closed": (programme, _, on) => {
    const { closesOn } = windowOf(programme);
    if (on <= closesOn) throw new Refusal("programme-too-early", { from: dateOf(dayAfter(dayOf(closesOn))) });
  },
  "cut-off-reached": (programme, _, on) => {
    const { cutOffOn } = windowOf(programme);
    if (on < cutOffOn) throw new Refusal("programme-too-early", { from: cutOffOn });
  },
  // whoever could draw again would draw until they like it
  "no-seed-yet": ({ seed }) => {
    if (seed) throw new Refusal("seed-drawn-before", {});
  },
  "seed-known": ({ seed }) => {
    if (!seed) throw new Refusal("seed-missing", {});
  },
  "second-round-foreseen": ({ round, terms }) => {
    if (round !== 1 || !terms.secondRound) throw new Error("no second round is foreseen");
  },
  "day-over": ({ dueOn }, _, on) => {
    if (dueOn !== undefined && on <= dueOn) throw new Error("preview and listing last until their day is over");
  },
};
