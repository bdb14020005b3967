import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { residentsCases } from "./residents.cases.ts";

const database = testDatabase();

residentsCases(async () => dynamoResidents(database().client, await database().makeTable("residents")));
