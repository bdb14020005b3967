import { dynamoApplications } from "#shared/storage/dynamo-applications.ts";
import { dynamoMessages } from "#shared/storage/dynamo-messages.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { applicationsCases } from "./applications.cases.ts";

const database = testDatabase();

applicationsCases(async () => {
  const { client, makeTable } = database();
  const tables = { applications: await makeTable("applications"), messages: await makeTable("messages") };
  return {
    applications: dynamoApplications(client, tables),
    messages: dynamoMessages(client, tables.messages),
  };
});
