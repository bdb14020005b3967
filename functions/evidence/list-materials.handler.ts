import { listMaterialsEndpoint } from "#shared/contract/materials.ts";
import { route } from "#shared/http/route.ts";
import { today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoMaterials } from "#shared/storage/dynamo-materials.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { reviewReads } from "#shared/storage/dynamo-review-reads.ts";
import { listMaterials } from "./list-materials.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const materials = dynamoMaterials(dynamo, environment("MATERIALS_TABLE"));
const reviews = reviewReads(dynamo, environment("REVIEWS_TABLE"));

export const handler = route(listMaterialsEndpoint, listMaterials({ residents, materials, reviews, today }));
