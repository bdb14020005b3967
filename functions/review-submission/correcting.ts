import type { CalendarDate } from "#shared/domain/calendar.ts";
import { applyChange, type Dossier, type DossierChange, factsOf, type RecordedChange } from "#shared/domain/dossier.ts";
import { mergedPatch } from "#shared/domain/merged-patch.ts";
import type { Decision, Review } from "#shared/domain/review.ts";
import type { Together } from "#shared/storage/reviews.ts";
import type { Deciding } from "./decide-review.ts";
import { requireFit } from "./require-fit.ts";

/**
 * What a decision does to the dossier: corrects the fact, takes an earlier correction back, or nothing.
 * @throws Refusal invalid-request, review-changes-nothing when the patch does not fit what is known by now
 */
export const correcting = async (
  { residents, materials, now }: Pick<Deciding, "residents" | "materials" | "now">,
  review: Review,
  decision: Decision,
  { by, on }: { readonly by: string; readonly on: CalendarDate },
): Promise<Together["dossier"]> => {
  const { residentId, reviewId, corrects } = review;
  const [first, ...more] = decision.patches;
  if (!first && !corrects) return undefined;
  const dossier = await residents.read(residentId);
  if (!dossier) throw new Error("a review has no dossier");
  const change: DossierChange = first
    ? {
        type: "fact-corrected",
        reviewId,
        patch: more.reduce(mergedPatch, first),
        evidence: await evidenceOf({ materials }, review),
      }
    : { type: "correction-withdrawn", reviewId };
  // decided anew it may well come to what the source says by now
  if (change.type === "fact-corrected" && !corrects) requireFit(factsOf(dossier), change.patch);
  return changed(dossier, { residentId, version: dossier.version + 1, change, receivedAt: now(), receivedOn: on, by });
};

const changed = (dossier: Dossier, recorded: RecordedChange) => ({ dossier: applyChange(dossier, recorded), recorded });

/** Which files it rests on, and what they were: a file is never changed under its id. */
const evidenceOf = async ({ materials }: Pick<Deciding, "materials">, { residentId, materials: attached }: Review) => {
  const known = await materials.ofResident(residentId);
  return attached.flatMap(({ materialId, state }) => {
    const file = known.find((one) => one.materialId === materialId);
    return file && state !== "replacement-asked" ? [{ materialId, sha256: file.sha256 }] : [];
  });
};
