import { readReviewEndpoint } from "#shared/contract/reviews.ts";
import { route } from "#shared/http/route.ts";
import { today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { reviewReads } from "#shared/storage/dynamo-review-reads.ts";
import { readReview } from "./read-review.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const reviews = reviewReads(dynamo, environment("REVIEWS_TABLE"));

export const handler = route(readReviewEndpoint, readReview({ residents, reviews, today }));
