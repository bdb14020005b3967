import { machineFold } from "./machine-fold.ts";
import { mergedPatch } from "./merged-patch.ts";
import type { RecordedStep, Review, ReviewMaterial, ReviewStep } from "./review.ts";
import { reviewMachine } from "./review-machine.ts";

/**
 * The review after one more step.
 * @throws Error when the step does not follow on the review's version, or the machine knows no such way
 */
export const applyStep = (review: Review | undefined, recorded: RecordedStep): Review => fold(review, recorded);

const fold = machineFold(reviewMachine, (review: Review | undefined, recorded: RecordedStep): Review => {
  if (recorded.step.type === "submitted") return begun(recorded, recorded.step);
  if (!review) throw new Error(`a review began with ${recorded.step.type}`);
  return { ...stepped(review, recorded), filers: filersAfter(review, recorded) };
});

const filersAfter = ({ filers }: Review, { step, by }: RecordedStep): readonly string[] =>
  reviewMachine[step.type].by.includes("resident") ? [...new Set([...filers, by.subject])] : filers;

const begun = (
  { reviewId, residentId, version, by, at, on }: RecordedStep,
  { type, ...filed }: ReviewStep & { readonly type: "submitted" },
): Review => ({
  reviewId,
  residentId,
  version,
  ...filed,
  filedBy: by,
  filers: [by.subject],
  filedAt: at,
  state: "submitted",
  since: on,
  round: 1,
  appealed: false,
  begunBy: "person",
  excluded: [],
  reminded: false,
  escalated: false,
  opinions: [],
  contradicted: false,
  corrects: false,
});

const stepped = (review: Review, { step, by }: RecordedStep): Review => {
  switch (step.type) {
    case "submitted":
      throw new Error("a review begins once");
    case "joined":
      return {
        ...review,
        statement: `${review.statement}\n${step.statement}`,
        proposal: mergedPatch(review.proposal, step.proposal),
        materials: [...review.materials, ...step.materials],
      };
    case "assigned":
      return {
        ...review,
        state: "under-verification",
        ...(by.department && { lock: { subject: by.subject, department: by.department, term: step.lock } }),
      };
    case "released":
      return { ...unlocked(review), state: "submitted" };
    case "material-asked":
      return {
        ...unlocked(review),
        state: "material-asked",
        asked: step.items,
        materials: review.materials.map((material) => lookedAt(material, step)),
        term: step.term,
        pausedWorkingDays: step.pausedWorkingDays,
        reminded: false,
      };
    case "material-handed-in": {
      const { asked, pausedWorkingDays, ...rest } = review;
      const kept = review.materials.filter(({ state }) => state !== "replacement-asked");
      return { ...rest, ...anew(step.term), state: "submitted", materials: [...kept, ...step.materials] };
    }
    case "opinion-given":
      return { ...unlocked(review), state: "submitted", opinions: [...review.opinions, step.opinion] };
    case "decided": {
      const corrects = step.decision.patches.length > 0;
      return {
        ...closed(review),
        state: step.decision.outcome,
        opinions: [...review.opinions, step.opinion],
        decision: step.decision,
        materials: corrects ? review.materials.map(accepted) : review.materials,
        corrects,
        contradicted: false,
      };
    }
    case "withdrawn":
      return ended(review, "withdrawn");
    case "lapsed": {
      if (!step.term) return ended(review, "lapsed");
      const { asked, pausedWorkingDays, ...rest } = review;
      return { ...rest, ...anew(step.term), state: "submitted" };
    }
    case "appealed":
      return {
        ...nextRound(review),
        ...anew(step.term),
        state: "submitted",
        begunBy: "person",
        appealed: true,
        materials: [...review.materials, ...step.materials],
      };
    case "reopening-proposed":
      return {
        ...review,
        state: "reopening-proposed",
        reopening: { by: by.subject, reason: step.reason, from: review.state },
      };
    case "reopening-agreed": {
      const { reopening, ...rest } = nextRound(review);
      return { ...rest, ...anew(step.term), state: "submitted", begunBy: "office" };
    }
    case "reopening-refused": {
      const { reopening, ...rest } = review;
      // a second person has looked: the decision stands, also against what the source says
      return { ...rest, state: reopening?.from ?? review.state, contradicted: false };
    }
    case "reminded":
      return { ...review, reminded: true };
    case "escalated":
      return { ...review, escalated: true };
    case "term-fixed":
      return { ...review, term: step.term };
    case "confirmed-by-source":
      return { ...review, corrects: false, contradicted: false };
    case "contradicted-by-source":
      return { ...review, contradicted: true };
    case "contradiction-over":
      return { ...review, contradicted: false };
  }
};

const unlocked = ({ lock, ...review }: Review): Review => review;

const closed = (review: Review): Review => {
  const { term, asked, pausedWorkingDays, ...rest } = unlocked(review);
  return { ...rest, reminded: false, escalated: false };
};

/** An appeal that comes to nothing leaves the decision before it. */
const ended = (review: Review, state: "withdrawn" | "lapsed"): Review =>
  review.decision
    ? { ...closed(withoutOpinions(review)), state: review.decision.outcome }
    : { ...closed(review), state };

const anew = (term: Review["term"]) => ({ ...(term && { term }), reminded: false, escalated: false });

/** Whoever has spoken in this round may not in the next. */
const nextRound = (review: Review): Review => ({ ...withoutOpinions(review), round: review.round + 1 });

const withoutOpinions = (review: Review): Review => ({
  ...review,
  excluded: [...new Set([...review.excluded, ...review.opinions.map(({ by }) => by)])],
  opinions: [],
});

const accepted = (material: ReviewMaterial): ReviewMaterial =>
  material.state === "handed-in" ? { ...material, state: "accepted" } : material;

/** Whoever asks for one again has looked at the others and found nothing wrong. */
const lookedAt = (material: ReviewMaterial, { items }: ReviewStep & { readonly type: "material-asked" }) => {
  const again = items.find(({ materialId }) => materialId === material.materialId);
  return again ? { ...material, state: "replacement-asked" as const, reason: again.reason } : accepted(material);
};
