import { type Letter, type LetterContent, LetterId } from "./letter.ts";
import type { RecordedStep, Review } from "./review.ts";
import type { Words } from "./words.ts";

/** What the letters of a review call things; read from the standard and from what is needed of materials. */
export interface LetterNames {
  readonly line: Words;
  readonly material: (code: string) => Words;
}

/** The letter that goes with a step of a review, to be stored together with it; most steps have none. */
export const letterOf = (review: Review, recorded: RecordedStep, names: LetterNames): Letter | undefined => {
  const content = contentOf(review, recorded, names);
  return (
    content && {
      // the same step makes the same letter, however often it is tried
      letterId: LetterId.parse(`l-${review.reviewId.slice(2)}-${recorded.version}`),
      residentId: review.residentId,
      template: 1,
      issuedAt: recorded.at,
      issuedOn: recorded.on,
      issuedBy: recorded.by.subject,
      content,
    }
  );
};

const contentOf = (
  review: Review,
  { step, by }: RecordedStep,
  { line: lineName, material }: LetterNames,
): LetterContent | undefined => {
  const { reviewId, kind: reviewKind, round, line, deciders } = review;
  const ofReview = { reviewId, reviewKind, round, line, lineName };
  switch (step.type) {
    case "submitted":
    case "appealed":
      return {
        ...ofReview,
        kind: "acceptance-receipt",
        filedBy: by.role,
        appeal: step.type === "appealed",
        deciders,
        materials: step.materials.length,
        term: step.term,
      };
    case "material-asked":
      return {
        ...ofReview,
        kind: "material-asked",
        items: step.items.map(({ code, reason }) => ({ name: material(code), reason })),
        term: step.term,
        lapses: review.begunBy === "person",
      };
    case "decided":
      return {
        ...ofReview,
        kind: "decision",
        outcome: step.decision.outcome,
        reason: step.decision.reason,
        clause: step.decision.clause,
        departments: [...new Set([...review.opinions, step.opinion].map(({ department }) => department))],
        mayAppeal: step.decision.outcome !== "upheld" && !review.appealed,
        begunBy: review.begunBy,
      };
    case "joined":
    case "assigned":
    case "released":
    case "material-handed-in":
    case "opinion-given":
    case "withdrawn":
    case "lapsed":
    case "reopening-proposed":
    case "reopening-agreed":
    case "reopening-refused":
    case "reminded":
    case "escalated":
    case "term-fixed":
    case "confirmed-by-source":
    case "contradicted-by-source":
    case "contradiction-over":
      return undefined;
  }
};
