import { dynamoMaterials } from "#shared/storage/dynamo-materials.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { materialsCases } from "./materials.cases.ts";

const database = testDatabase();

materialsCases(async () => dynamoMaterials(database().client, await database().makeTable("materials")));
