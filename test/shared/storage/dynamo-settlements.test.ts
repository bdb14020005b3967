import { dynamoSettlements } from "#shared/storage/dynamo-settlements.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { settlementsCases } from "./settlements.cases.ts";

const database = testDatabase();

settlementsCases(async () => dynamoSettlements(database().client, await database().makeTable("jobs")));
