import { always, type Day } from "./calendar.ts";
import type { RecordedPermitEvent } from "./permit-event.ts";
import { foldPermits, type PermitLife, type PermitPhase } from "./permit-fold.ts";

/** The state of a person's permit from a day on, until the next state begins. */
export type PermitState =
  | { readonly standing: "none"; readonly from: Day }
  | (Omit<PermitPhase, "area"> & { readonly permitId: string; readonly area: PermitPhase["area"] | undefined });

/** Every state in order of day; the first begins at `always`. */
export type PermitTimeline = readonly [PermitState, ...PermitState[]];

/** The states that the events make, each from its effective day on; independent of the order of arrival. */
export const permitTimeline = (recorded: readonly RecordedPermitEvent[]): PermitTimeline => {
  const { lives } = foldPermits(recorded);
  const days = [...new Set(lives.flatMap(({ phases }) => phases.map(({ from }) => from)))].sort((a, b) => a - b);
  return [{ standing: "none", from: always }, ...days.map((day) => stateOn(lives, day))];
};

export const permitOn = (timeline: PermitTimeline, day: Day): PermitState => {
  let [state] = timeline;
  for (const next of timeline) {
    if (next.from > day) break;
    state = next;
  }
  return state;
};

/** The permit in force: the one issued last of those not cancelled, else the one cancelled last. */
const stateOn = (lives: readonly PermitLife[], day: Day): PermitState => {
  const standing = lives.flatMap(({ permitId, issuedOn, phases }) => {
    const phase = phases.findLast(({ from }) => from <= day);
    return phase ? [{ ...phase, permitId, issuedOn }] : [];
  });
  const [inForce] = standing.sort(
    (one, other) =>
      Number(one.standing === "cancelled") - Number(other.standing === "cancelled") ||
      (one.standing === "cancelled" ? other.since - one.since : 0) ||
      other.issuedOn - one.issuedOn ||
      (one.permitId < other.permitId ? 1 : -1),
  );
  if (!inForce) return { standing: "none", from: day };
  const { issuedOn: _, ...state } = inForce;
  return { ...state, from: day };
};
