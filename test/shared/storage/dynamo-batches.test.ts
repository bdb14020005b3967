import { dynamoBatches } from "#shared/storage/dynamo-batches.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { batchesCases } from "./batches.cases.ts";

const database = testDatabase();

batchesCases(async () => dynamoBatches(database().client, await database().makeTable("feeds")));
