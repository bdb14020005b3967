import { attestRelationEndpoint } from "#shared/contract/households.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoMaterials } from "#shared/storage/dynamo-materials.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { attestRelation } from "./attest-relation.ts";
import { keepingStores } from "./keeping-stores.ts";

const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));
const materials = dynamoMaterials(dynamo, environment("MATERIALS_TABLE"));

export const handler = route(attestRelationEndpoint, attestRelation({ ...keepingStores(), materials }), requests);
