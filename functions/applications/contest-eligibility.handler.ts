import { contestEligibilityEndpoint } from "#shared/contract/application-steps-of-person.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoMaterials } from "#shared/storage/dynamo-materials.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { applicationStores } from "./application-stores.ts";
import { contestEligibility } from "./contest-eligibility.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const materials = dynamoMaterials(dynamo, environment("MATERIALS_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));
const handing = { ...applicationStores(environment("MESSAGES_TABLE")), residents, materials };

export const handler = route(contestEligibilityEndpoint, contestEligibility(handing), requests);
