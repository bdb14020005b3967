import { dynamoListings } from "#shared/storage/dynamo-listings.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { listingsCases } from "./listings.cases.ts";

const database = testDatabase();

listingsCases(async () => {
  const { client, makeTable } = database();
  return dynamoListings(client, await makeTable("listings"));
});
