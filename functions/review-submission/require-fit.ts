import { patched, removesWhatIsThere, saysTheSame } from "#shared/domain/correction.ts";
import type { FactPatch } from "#shared/domain/fact-patch.ts";
import type { Facts } from "#shared/domain/facts.ts";
import { Refusal } from "#shared/domain/refusal.ts";

/** @throws Refusal invalid-request when the patch removes what is not there, review-changes-nothing */
export const requireFit = (facts: Facts, patch: FactPatch): void => {
  if (!removesWhatIsThere(facts, patch)) {
    const detail = "must be what is known now, as it was reported: read the score's facts again";
    throw new Refusal("invalid-request", { errors: [{ field: "patch.remove", detail }] });
  }
  if (saysTheSame(facts, patched(facts, patch), patch.fact)) throw new Refusal("review-changes-nothing", {});
};
