import { dynamoFeedDays } from "#shared/storage/dynamo-feed-days.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { feedDaysCases } from "./feed-days.cases.ts";

const database = testDatabase();

feedDaysCases(async () => dynamoFeedDays(database().client, await database().makeTable("feeds")));
