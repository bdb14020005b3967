import { dynamoResults } from "#shared/storage/dynamo-results.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { resultsCases } from "./results.cases.ts";

const database = testDatabase();

resultsCases(async () => dynamoResults(database().client, await database().makeTable("results")));
