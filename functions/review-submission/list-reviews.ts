import type { Call } from "#shared/contract/endpoint.ts";
import type { listReviewsEndpoint } from "#shared/contract/reviews.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { areaOf } from "#shared/scoring/subject.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Reviews } from "#shared/storage/reviews.ts";
import { reviewAnswer, reviewCase } from "./review-answer.ts";
import { viewsOf } from "./review-view.ts";

interface Listing {
  readonly reviews: Pick<Reviews, "ofResident">;
  readonly residents: Pick<Residents, "readSubject">;
  readonly today: () => CalendarDate;
}

/** The person's reviews that the caller may see, each as far as they may. */
export const listReviews =
  ({ reviews, residents, today }: Listing) =>
  async ({ params: { residentId }, caller }: Call<typeof listReviewsEndpoint>): Promise<Reply> => {
    const viewsOn = viewsOf(caller);
    const known = await residents.readSubject(residentId);
    if (!known) throw new Refusal("resident-unknown", { residentId });
    const views = viewsOn(residentId, areaOf(known.subject, dayOf(today())));

    const seen = (await reviews.ofResident(residentId)).flatMap((review) => {
      const view = views.of(review);
      return view ? [view.sees === "everything" ? reviewAnswer(review) : reviewCase(review)] : [];
    });
    if (seen.length === 0 && !views.ofPerson) throw new Refusal("resident-unknown", { residentId });
    return { status: 200, body: { reviews: seen } };
  };
