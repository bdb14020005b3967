import { dynamoJobs } from "#shared/storage/dynamo-jobs.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { jobsCases } from "./jobs.cases.ts";

const database = testDatabase();

jobsCases(async () => dynamoJobs(database().client, await database().makeTable("jobs")));
