import { dynamoUndertakings } from "#shared/storage/dynamo-undertakings.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { undertakingsCases } from "./undertakings.cases.ts";

const database = testDatabase();

undertakingsCases(async () => dynamoUndertakings(database().client, await database().makeTable("reviews")));
