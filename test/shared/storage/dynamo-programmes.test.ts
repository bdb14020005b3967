import { dynamoProgrammes } from "#shared/storage/dynamo-programmes.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { programmesCases } from "./programmes.cases.ts";

const database = testDatabase();

programmesCases(async () => {
  const { client, makeTable } = database();
  return dynamoProgrammes(client, await makeTable("programmes"));
});
