import type { Call } from "#shared/contract/endpoint.ts";
import type { readReviewEndpoint } from "#shared/contract/reviews.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { areaOf } from "#shared/scoring/subject.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Reviews } from "#shared/storage/reviews.ts";
import { reviewAnswer, reviewCase } from "./review-answer.ts";
import { viewsOf } from "./review-view.ts";
import { stepAnswer } from "./step-answer.ts";

interface Reading {
  readonly reviews: Pick<Reviews, "read" | "readSteps">;
  readonly residents: Pick<Residents, "readSubject">;
  readonly today: () => CalendarDate;
}

/** One review with every step; one that the caller may not see looks as if it were not there. */
export const readReview =
  ({ reviews, residents, today }: Reading) =>
  async ({ params: { residentId, reviewId }, caller }: Call<typeof readReviewEndpoint>): Promise<Reply> => {
    const views = viewsOf(caller);
    const [known, review] = await Promise.all([residents.readSubject(residentId), reviews.read(residentId, reviewId)]);
    const view = known && review && views(residentId, areaOf(known.subject, dayOf(today()))).of(review);
    if (!view) throw new Refusal("review-unknown", { reviewId });

    const steps = (await reviews.readSteps(residentId, reviewId)).map((step) => stepAnswer(step, view));
    return {
      status: 200,
      body: { review: view.sees === "everything" ? reviewAnswer(review) : reviewCase(review), steps },
    };
  };
