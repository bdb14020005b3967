import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { requestsCases } from "./requests.cases.ts";

const database = testDatabase();

requestsCases(async () => dynamoRequests(database().client, await database().makeTable("requests")));
