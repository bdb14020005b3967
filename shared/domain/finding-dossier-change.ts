import type { DossierChange } from "./dossier.ts";
import type { Finding, RecordedFindingStep } from "./finding.ts";

/** What a step of a finding does to the dossier; most do nothing. */
export const findingDossierChange = (
  { findingId, facts, reviewIds, barredUntil }: Finding,
  { step, on }: Pick<RecordedFindingStep, "step" | "on">,
): DossierChange | undefined => {
  if (facts.length + reviewIds.length === 0) return undefined;
  if (step.type === "overturned") return { type: "voiding-withdrawn", findingId };
  if (step.type !== "confirmed") return undefined;
  // a fact that a review added bears the review's id: under a bar its day has to stand somewhere
  const barred = barredUntil ? [...facts, ...reviewIds] : facts;
  return {
    type: "facts-voided",
    findingId,
    facts: barred.map((factId) => ({ factId, voidedOn: on, ...(barredUntil && { barredUntil }), reason: findingId })),
    reviewIds,
  };
};
