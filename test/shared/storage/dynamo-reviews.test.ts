import { dynamoLetters } from "#shared/storage/dynamo-letters.ts";
import { dynamoMessages } from "#shared/storage/dynamo-messages.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoReviews } from "#shared/storage/dynamo-reviews.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { reviewsCases } from "./reviews.cases.ts";

const database = testDatabase();

reviewsCases(async () => {
  const { client, makeTable } = database();
  const tables = {
    reviews: await makeTable("reviews"),
    residents: await makeTable("residents"),
    messages: await makeTable("messages"),
    letters: await makeTable("letters"),
  };
  return {
    reviews: dynamoReviews(client, tables),
    residents: dynamoResidents(client, tables.residents),
    messages: dynamoMessages(client, tables.messages),
    letters: dynamoLetters(client, tables.letters),
  };
});
