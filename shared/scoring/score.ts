import { always, type Day } from "#shared/domain/calendar.ts";
import type { DecodedFacts } from "#shared/domain/decoded-facts.ts";
import type { FactName } from "#shared/domain/facts.ts";
import { permitOn } from "#shared/domain/permit-timeline.ts";
import { noPoints, type Points } from "#shared/domain/points.ts";
import type { ScoreStatus } from "#shared/domain/score.ts";
import type { CompiledStandard } from "./compile-standard.ts";
import type { Composition } from "./compose.ts";
import type { Standards } from "./standards.ts";
import { areaOf, type Subject } from "./subject.ts";

/** The last recorded recomputation: of which dossier version, as of which day. */
export interface RecomputedThrough {
  readonly version: number;
  readonly on: Day;
}

export const neverRecomputed: RecomputedThrough = { version: 0, on: always };

/**
 * The canonical result: whole hundredths, one per indicator. The explanation is rendered from it, so the total and its
 * lines cannot disagree.
 */
export interface CanonicalResult {
  readonly asOf: Day;
  readonly status: ScoreStatus;
  /** The day from which a void, frozen or pending status holds. */
  readonly since: Day | undefined;
  /** The standard in force; nothing was scored without one. */
  readonly standard: CompiledStandard | undefined;
  readonly quantities: readonly number[];
  readonly points: readonly Points[];
  readonly composition: Composition;
  /** What counts: the total when effective, else nothing. */
  readonly effectiveTotal: Points;
  readonly missing: readonly FactName[];
}

/** Scores a person on a day under the rules in force that day. Pure: no clock, no I/O. */
export const scoreOn = (
  standards: Standards,
  subject: Subject,
  day: Day,
  recomputedThrough: RecomputedThrough,
): CanonicalResult => {
  const { facts } = subject;
  const standard = standards.inForce(areaOf(subject, day), day);
  if (!standard) return { ...notInForce, asOf: day };
  const { status, since } = standingOf(standard, facts, day, recomputedThrough);
  const quantities = standard.measure(facts, day);
  const points = standard.award(quantities);
  const composition = standard.compose(points);
  return {
    asOf: day,
    status,
    since,
    standard,
    quantities,
    points,
    composition,
    effectiveTotal: status === "effective" ? composition.total : noPoints,
    missing: facts.missing,
  };
};

/** Whether anything a resident would call a change differs: status, points of a line, what is missing, the standard. */
export const isSameOutcome = (one: CanonicalResult, other: CanonicalResult): boolean =>
  one.status === other.status &&
  one.standard?.id === other.standard?.id &&
  one.points.length === other.points.length &&
  one.points.every((points, index) => points === other.points[index]) &&
  one.missing.length === other.missing.length &&
  one.missing.every((name, index) => name === other.missing[index]);

const notInForce: Omit<CanonicalResult, "asOf"> = {
  status: "policy-not-in-force",
  since: undefined,
  standard: undefined,
  quantities: [],
  points: [],
  composition: { provincialTotal: noPoints, localTotal: noPoints, total: noPoints, adjustments: [] },
  effectiveTotal: noPoints,
  missing: [],
};

interface Standing {
  readonly status: ScoreStatus;
  readonly since: Day | undefined;
}

const standingOf = (
  { readings, freezes }: CompiledStandard,
  { permit, bars, freezes: frozen }: DecodedFacts,
  day: Day,
  through: RecomputedThrough,
): Standing => {
  const state = permitOn(permit, day);
  if (state.standing === "none") return { status: "no-permit", since: undefined };
  if (state.standing === "cancelled") return { status: "void-cancelled", since: known(state.since) };
  if (state.standing === "suspended") return { status: "void-suspended", since: known(state.since) };
  const bar = readings.fraudScope === "all" ? bars.find(({ from, to }) => from <= day && day < to) : undefined;
  if (bar) return { status: "void-fraud", since: bar.from };
  const freeze = freezes ? frozen.find(({ from, to }) => from <= day && day < to) : undefined;
  if (freeze) return { status: "frozen", since: freeze.from };
  const { restored } = state;
  if (restored && (through.version < restored.version || through.on < restored.on)) {
    return { status: "pending-recompute", since: restored.on };
  }
  return { status: "effective", since: undefined };
};

const known = (day: Day): Day | undefined => (day === always ? undefined : day);
