import { dynamoListings } from "#shared/storage/dynamo-listings.ts";
import { dynamoObjections } from "#shared/storage/dynamo-objections.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { objectionsCases } from "./objections.cases.ts";

const database = testDatabase();

objectionsCases(async () => {
  const { client, makeTable } = database();
  const table = await makeTable("listings");
  return { objections: dynamoObjections(client, table), listings: dynamoListings(client, table) };
});
