import { withdrawReviewEndpoint } from "#shared/contract/review-steps-of-person.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { reviewStores } from "./review-stores.ts";
import { withdrawReview } from "./withdraw-review.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));
const reviewing = { ...reviewStores(), residents };

export const handler = route(withdrawReviewEndpoint, withdrawReview(reviewing), requests);
