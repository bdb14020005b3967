import { countReviewsEndpoint } from "#shared/contract/review-queue.ts";
import { route } from "#shared/http/route.ts";
import { today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { reviewReads } from "#shared/storage/dynamo-review-reads.ts";
import { countReviews } from "./count-reviews.ts";

const reviews = reviewReads(dynamo, environment("REVIEWS_TABLE"));

export const handler = route(countReviewsEndpoint, countReviews({ reviews, today }));
