import { decideReviewEndpoint } from "#shared/contract/review-steps-of-office.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoMaterials } from "#shared/storage/dynamo-materials.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { decideReview } from "./decide-review.ts";
import { reviewStores } from "./review-stores.ts";

const tables = {
  residents: environment("RESIDENTS_TABLE"),
  messages: environment("MESSAGES_TABLE"),
  letters: environment("LETTERS_TABLE"),
};
const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const materials = dynamoMaterials(dynamo, environment("MATERIALS_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));
const reviewing = { ...reviewStores(tables), residents, materials };

export const handler = route(decideReviewEndpoint, decideReview(reviewing), requests);
