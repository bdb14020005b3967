import { dynamoScores } from "#shared/storage/dynamo-scores.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { scoresCases } from "./scores.cases.ts";

const database = testDatabase();

scoresCases(async () => dynamoScores(database().client, await database().makeTable("scores")));
