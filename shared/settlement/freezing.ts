import type { Application, FrozenScore, Unready } from "#shared/domain/application.ts";
import type { ProgrammeTerms } from "#shared/domain/programme.ts";
import type { Applicant } from "./applicant.ts";

/** What the cut-off makes of an application. `undecided`: somebody has to say how it goes on. */
export type Freezing =
  | { readonly becomes: "frozen"; readonly scores: readonly FrozenScore[] }
  | { readonly becomes: "left-out"; readonly reason: string }
  | { readonly becomes: "undecided"; readonly unready: readonly Unready[] };

type Standing = Pick<Application, "state" | "reason" | "readiness" | "residentId">;

/**
 * Whether an application is ranked, and by whose score: the applicant's, or of both adults the better. What is not known is
 * never summed as 0: it is decided, one by one or by the rule of the programme.
 */
export const freezingOf = (
  { state, reason, readiness, residentId }: Standing,
  { notReady }: Pick<ProgrammeTerms, "notReady">,
  adults: readonly Applicant[],
): Freezing => {
  const wasUndecided = state === "left-out" && reason === notDecided;
  if (wasUndecided || state === "submitted" || state === "material-asked") return leftOut(notDecided);
  const applicant = adults.find(({ score }) => score.residentId === residentId);
  if (!applicant?.isPermitValid) return leftOut("permit-not-valid");
  if (readiness?.decision === "leave-out") return leftOut(readiness.reason);

  const unready = unreadyOf(adults);
  const isDecided = readiness !== undefined || unready.length === 0;
  if (!isDecided && notReady === "ask") return { becomes: "undecided", unready };
  if (!isDecided && notReady === "leave-out") return leftOut(unready.join(", "));
  const scores = adults.map(({ score }) => score).sort(theBetterFirst);
  const [best] = scores;
  return best?.status === "effective" ? { becomes: "frozen", scores } : leftOut(best?.status ?? "no-permit");
};

/** A partner whose permit is not valid only doesn't count. */
export const unreadyOf = (adults: readonly Applicant[]): readonly Unready[] => [
  ...new Set(adults.flatMap(({ isPermitValid, unready }) => (isPermitValid ? unready : []))),
];

export const notDecided = "not-decided-in-time";

const leftOut = (reason: string): Freezing => ({ becomes: "left-out", reason });

const theBetterFirst = (one: FrozenScore, other: FrozenScore): number =>
  Number(other.status === "effective") - Number(one.status === "effective") || other.total - one.total;
