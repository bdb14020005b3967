import { scoresTogether } from "#shared/storage/scores-together.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { scoresCases } from "./scores.cases.ts";

const database = testDatabase();

scoresCases(async () => scoresTogether(database().client, await database().makeTable("scores")));
