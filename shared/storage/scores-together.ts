import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { batchGet, mostKeys } from "./batch-get.ts";
import { dynamoScores } from "./dynamo-scores.ts";
import { readable } from "./readable.ts";
import { scoreFromItem, scoreKey } from "./score-items.ts";
import type { Scores } from "./scores.ts";
import type { StoredScore } from "./stored-score.ts";
import { together } from "./together.ts";

/** The table of scores for work that goes through many: those asked for at the same time are read by one call. */
export const scoresTogether = (client: DynamoDBClient, table: string, outbox?: string): Scores => {
  const scores = dynamoScores(client, table, outbox);
  return {
    ...scores,
    read: together(
      async (residentIds) => {
        const items = await batchGet(client, table, { Keys: residentIds.map(scoreKey) });
        return new Map(items.flatMap((item) => named(readable(() => scoreFromItem(item)))));
      },
      scores.read,
      mostKeys,
    ),
  };
};

const named = (score: StoredScore | undefined) => (score ? [[score.residentId, score] as const] : []);
