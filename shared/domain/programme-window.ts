import type { CalendarDate } from "./calendar.ts";
import type { Programme, Window } from "./programme.ts";

/**
 * The time to apply of the round in which the programme is.
 * @throws Error when there is a second round that its terms do not foresee
 */
export const windowOf = ({ round, terms }: Pick<Programme, "round" | "terms">): Window => {
  const window = round === 1 ? terms.window : terms.secondRound;
  if (!window) throw new Error("a round is held that the terms do not foresee");
  return window;
};

/** Whether one may apply on the day, or change what one applied for. */
export const isOpenOn = (programme: Pick<Programme, "round" | "terms" | "state">, on: CalendarDate): boolean => {
  const { opensOn, closesOn } = windowOf(programme);
  return programme.state === "published" && opensOn <= on && on <= closesOn;
};
