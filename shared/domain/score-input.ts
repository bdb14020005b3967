import * as z from "zod";
import type { AreaCode } from "./area.ts";
import { always, CalendarDate, type Day, dayOf } from "./calendar.ts";
import { factSchemas, VoidedFact } from "./facts.ts";
import type { PermitEvent } from "./permit-event.ts";
import { type PermitState, type PermitTimeline, permitOn, permitTimeline } from "./permit-timeline.ts";
import { PointsValue } from "./points.ts";

const InputPermitEvent = z
  .strictObject({
    type: z.enum(["issue", "suspend", "restore", "cancel", "move", "convert", "endorse"]),
    on: CalendarDate,
    sequence: z.int().min(0).exactOptional(),
  })
  .readonly();
type InputPermitEvent = z.infer<typeof InputPermitEvent>;

/** Facts of a person as a case or an estimate gives them. What is absent or `null` is not known; `[]` is none. */
export const ScoreInput = z
  .strictObject({
    birthDate: factSchemas.birthDate.default(null),
    education: factSchemas.education.default(null),
    skills: factSchemas.skills.default(null),
    pension: factSchemas.pension.default(null),
    residence: factSchemas.residence.default(null),
    permit: z
      .strictObject({
        status: z
          .enum(["none", "valid", "suspended", "cancelled"])
          .meta({ description: "The state on the as-of day; events that say otherwise are an error" }),
        events: z.array(InputPermitEvent).max(100).readonly().exactOptional(),
      })
      .readonly()
      .default({ status: "none" }),
    lastRecomputedOn: CalendarDate.nullable()
      .default(null)
      .meta({ description: "After a restore the score is pending while this lies before the restore day" }),
    voidedFacts: z.array(VoidedFact).max(1000).readonly().default([]),
  })
  .readonly()
  .meta({ id: "ScoreInput" });
export type ScoreInput = z.infer<typeof ScoreInput>;

/** The sums of a local layer before its cap, in points. */
export const GivenLocal = z
  .strictObject({ awards: PointsValue, deductions: PointsValue })
  .readonly()
  .meta({ id: "GivenLocal" });
export type GivenLocal = z.infer<typeof GivenLocal>;

/** The permit that the input's events make, or nothing when they say otherwise than its status on the as-of day. */
export const permitOfInput = ({ status, events = [] }: ScoreInput["permit"], asOf: Day): PermitTimeline | undefined => {
  const said = inOrder(events).filter(({ type }) => type !== "move" && type !== "endorse");
  const unsaid = unsaidBefore(said, status, asOf);
  const recorded = [...unsaid, ...namedPermits(said, unsaid.length > 0)].map((event) => ({ event, version: 0 }));
  const [first, ...states] = permitTimeline(recorded).map(unplaced);
  if (!first) return undefined;
  const timeline: PermitTimeline = [first, ...states];
  return permitOn(timeline, asOf).standing === status ? timeline : undefined;
};

const longAgo = CalendarDate.parse("1900-01-01");
const area = "100000" as AreaCode;
const permitId = (number: number): string => `permit-${number}`;

const inTheBeginning = { permitId: permitId(1), effectiveOn: longAgo };
const unsaidIssue: PermitEvent = { ...inTheBeginning, type: "issue", eventId: "unsaid-issue", area };
const unsaidSuspension: PermitEvent = { ...inTheBeginning, type: "suspend", eventId: "unsaid-suspension" };
const unsaidCancellation: PermitEvent = { ...inTheBeginning, type: "cancel", eventId: "unsaid-cancellation" };

/** A permit without an issue was issued long ago, and stood as its first event needs, or else as its status says. */
const unsaidBefore = (
  [first]: readonly InputPermitEvent[],
  status: ScoreInput["permit"]["status"],
  asOf: Day,
): readonly PermitEvent[] => {
  if (first && dayOf(first.on) <= asOf) {
    if (first.type === "issue") return [];
    return first.type === "restore" ? [unsaidIssue, unsaidSuspension] : [unsaidIssue];
  }
  switch (status) {
    case "none":
      return [];
    case "valid":
      return [unsaidIssue];
    case "suspended":
      return [unsaidIssue, unsaidSuspension];
    case "cancelled":
      return [unsaidIssue, unsaidCancellation];
  }
};

/** Case events bear no permit id: an issue after the first, and a conversion, begin the next permit. */
const namedPermits = (events: readonly InputPermitEvent[], isIssued: boolean): readonly PermitEvent[] => {
  let number = 1;
  let issued = isIssued;
  return events.flatMap(({ type, on, sequence }, index): readonly PermitEvent[] => {
    if (type === "move" || type === "endorse") return [];
    if (type === "issue" && issued) number += 1;
    if (type === "issue") issued = true;
    const order = sequence === undefined ? {} : { sequence };
    const event = { eventId: `event-${index}`, permitId: permitId(number), effectiveOn: on, ...order };
    if (type === "issue") return [{ ...event, type, area }];
    if (type !== "convert") return [{ ...event, type }];
    number += 1;
    return [{ ...event, type, newPermitId: permitId(number), area }];
  });
};

const inOrder = (events: readonly InputPermitEvent[]): readonly InputPermitEvent[] =>
  [...events].sort((one, other) =>
    one.on === other.on ? (one.sequence ?? 0) - (other.sequence ?? 0) : one.on < other.on ? -1 : 1,
  );

/** A case names no county, and nobody knows since when what it left unsaid holds. */
const unplaced = (state: PermitState): PermitState =>
  state.standing === "none"
    ? state
    : {
        ...state,
        area: undefined,
        from: state.from === dayOf(longAgo) ? always : state.from,
        since: state.since === dayOf(longAgo) ? always : state.since,
      };
