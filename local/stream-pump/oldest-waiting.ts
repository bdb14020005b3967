import type { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import type { StreamMapping } from "../template/event-source-mappings.ts";
import { isWanted } from "./follow-shard.ts";
import { lambdaRecord, secondsOf } from "./lambda-record.ts";
import { isTrimmed, iteratorAfter, readPage, type Shard } from "./stream-reader.ts";

/** When the oldest record that the mapping wants and that isn't done was written, in seconds, if there is one. */
export const oldestWaiting = async (
  client: DynamoDBStreamsClient,
  mapping: StreamMapping,
  shard: Shard,
  checkpoint: string | undefined,
): Promise<number | undefined> => {
  let iterator = await iteratorAfter(client, shard, checkpoint).catch((error) => {
    if (!isTrimmed(error)) throw error;
    return iteratorAfter(client, shard, undefined);
  });
  while (true) {
    const { records, next } = await readPage(client, iterator, pageSize);
    const wanted = records.find((record) => isWanted(mapping, lambdaRecord(record, shard.streamArn)));
    if (wanted) return secondsOf(wanted.dynamodb?.ApproximateCreationDateTime);
    if (records.length === 0) return undefined;
    iterator = next;
  }
};

// usually the first record is wanted
const pageSize = 100;
