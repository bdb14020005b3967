import type { ScoreAnswer } from "#shared/contract/score-answer.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Basis } from "#shared/storage/stored-score.ts";
import { type Standing, standingOn } from "./oracle.ts";
import { shortId } from "./stores.ts";
import type { Truth } from "./truth.ts";
import type { Violations } from "./violations.ts";

/** What was so while a query ran: dossiers change under it, and any state from its beginning to its end is right. */
export interface Span {
  readonly residentId: ResidentId;
  readonly fromVersion: number;
  readonly toVersion: number;
  /** What was recorded by the end of it. */
  readonly recorded: Basis | undefined;
}

type Judged = Pick<ScoreAnswer, "asOf" | "status" | "effectiveTotal">;

/** Holds an answer against the permit's events as committed, by the oracle alone. */
export const judgeAnswer = (answer: Judged, span: Span, truth: Truth, { found }: Violations): void => {
  const { asOf, status, effectiveTotal } = answer;
  const possible = versionsIn(span).map((version) => ({
    version,
    standing: standingOn(truth.eventsOf(span.residentId, version), asOf),
  }));
  const told = `${shortId(span.residentId)} on ${asOf}: ${status} ${effectiveTotal}, permit ${possible.map(({ version, standing }) => `${standing.is} in version ${version}`)}`;
  const counts = status === "effective" || effectiveTotal !== 0;
  if (counts && !possible.some(({ standing }) => standing.is === "valid")) {
    found("no points under a suspended or cancelled permit", told);
  }
  if (!possible.some(({ standing }) => statusesOf(standing, span, asOf, truth).includes(status))) {
    found("an answer says how the permit stands", told);
  }
};

const versionsIn = ({ fromVersion, toVersion }: Span): readonly number[] =>
  Array.from({ length: toVersion - fromVersion + 1 }, (_, index) => fromVersion + index);

/** The statuses that are right for a permit that stands so; points count after a restore only once recomputed since. */
const statusesOf = (
  { is, restoredBy }: Standing,
  span: Span,
  asOf: string,
  truth: Truth,
): readonly Judged["status"][] => {
  switch (is) {
    case "none":
      return ["no-permit"];
    case "suspended":
      return ["void-suspended"];
    case "cancelled":
      return ["void-cancelled"];
    case "valid": {
      if (!restoredBy) return ["effective"];
      const { recorded, residentId } = span;
      const isRecomputed =
        recorded !== undefined &&
        recorded.dossierVersion >= truth.broughtBy(residentId, restoredBy) &&
        recorded.asOf >= restoredBy.effectiveOn &&
        restoredBy.effectiveOn <= asOf;
      return isRecomputed ? ["effective", "pending-recompute"] : ["pending-recompute"];
    }
  }
};
