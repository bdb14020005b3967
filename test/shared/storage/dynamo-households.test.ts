import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { dynamoHouseholds } from "#shared/storage/dynamo-households.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { householdsCases } from "./households.cases.ts";

const database = testDatabase();

householdsCases(async () => {
  const { client, makeTable } = database();
  const tables = { households: await makeTable("households"), messages: await makeTable("messages") };
  return {
    households: dynamoHouseholds(client, tables),
    told: async () =>
      (await client.send(new ScanCommand({ TableName: tables.messages, ConsistentRead: true }))).Count ?? 0,
  };
});
