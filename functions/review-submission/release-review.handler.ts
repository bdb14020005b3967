import { releaseReviewEndpoint } from "#shared/contract/review-steps-of-office.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { releaseReview } from "./release-review.ts";
import { reviewStores } from "./review-stores.ts";

const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(releaseReviewEndpoint, releaseReview(reviewStores()), requests);
