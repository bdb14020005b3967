import { dynamoMessages } from "#shared/storage/dynamo-messages.ts";
import { dynamoScores } from "#shared/storage/dynamo-scores.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { messagesCases } from "./messages.cases.ts";
import { toldScoresCases } from "./told-scores.cases.ts";

const database = testDatabase();

messagesCases(async () => dynamoMessages(database().client, await database().makeTable("messages")));

toldScoresCases(async () => {
  const { client, makeTable } = database();
  const outbox = await makeTable("messages");
  return {
    scores: dynamoScores(client, await makeTable("scores"), outbox),
    messages: dynamoMessages(client, outbox),
  };
});
