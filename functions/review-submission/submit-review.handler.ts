import { submitReviewEndpoint } from "#shared/contract/reviews.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoMaterials } from "#shared/storage/dynamo-materials.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoScores } from "#shared/storage/dynamo-scores.ts";
import { dynamoUndertakings } from "#shared/storage/dynamo-undertakings.ts";
import { reviewStores } from "./review-stores.ts";
import { submitReview } from "./submit-review.ts";

const tables = { messages: environment("MESSAGES_TABLE"), letters: environment("LETTERS_TABLE") };
const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const materials = dynamoMaterials(dynamo, environment("MATERIALS_TABLE"));
const undertakings = dynamoUndertakings(dynamo, environment("REVIEWS_TABLE"));
const scores = dynamoScores(dynamo, environment("SCORES_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));
const reviewing = { ...reviewStores(tables), residents, materials, undertakings, scores };

export const handler = route(submitReviewEndpoint, submitReview(reviewing), requests);
