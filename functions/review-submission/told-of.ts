import type { Message } from "#shared/domain/message.ts";
import type { RecordedStep, Review } from "#shared/domain/review.ts";
import { messageFor } from "#shared/storage/message-for.ts";

/** What the person is told of a step that somebody took; most say nothing new to them. */
export const toldOf = (
  { begunBy }: Review,
  { residentId, reviewId, version, step, at, on }: RecordedStep,
): readonly Message[] => {
  const occasion = { residentId, occasion: `${reviewId}#${version}`, at, on };
  const parameters = { reviewId };
  switch (step.type) {
    case "submitted":
    case "joined":
    case "appealed":
      return [messageFor({ ...occasion, kind: "review-received", parameters })];
    case "material-asked":
      // a day that is not certain is promised to nobody, and what the office has begun does not lapse
      return begunBy === "person" && !step.term.provisional
        ? [messageFor({ ...occasion, kind: "material-asked", parameters: { reviewId, dueOn: step.term.dueOn } })]
        : [messageFor({ ...occasion, kind: "material-asked-open", parameters })];
    case "decided":
      return [messageFor({ ...occasion, kind: "review-decided", parameters })];
    case "reopening-agreed":
      return [messageFor({ ...occasion, kind: "review-reopened", parameters })];
    case "assigned":
    case "released":
    case "material-handed-in":
    case "opinion-given":
    case "withdrawn":
    case "lapsed":
    case "reopening-proposed":
    case "reopening-refused":
    case "reminded":
    case "escalated":
    case "term-fixed":
    case "confirmed-by-source":
    case "contradicted-by-source":
    case "contradiction-over":
      return [];
  }
};
