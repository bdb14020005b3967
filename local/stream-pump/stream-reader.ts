import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type _Record as StreamRecord,
} from "@aws-sdk/client-dynamodb-streams";

export interface Shard {
  readonly streamArn: string;
  readonly shardId: string;
  /** The attribute by whose value the table's items keep their order. */
  readonly partitionKey: string;
}

export interface Page {
  readonly records: readonly StreamRecord[];
  readonly next: string | undefined;
}

/** @throws Error when the table has no stream */
export const shardsOf = async (client: DynamoDBStreamsClient, TableName: string): Promise<readonly Shard[]> => {
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName }));
  const streamArn = Streams[0]?.StreamArn;
  if (streamArn === undefined) throw new Error(`the table ${TableName} has no stream`);
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }));
  const { KeySchema = [], Shards = [] } = StreamDescription ?? {};
  const partitionKey = KeySchema.find(({ KeyType }) => KeyType === "HASH")?.AttributeName ?? "";
  return Shards.map(({ ShardId: shardId = "" }) => ({ streamArn, shardId, partitionKey }));
};

/** An iterator behind the sequence number, or at the oldest record there is. */
export const iteratorAfter = async (
  client: DynamoDBStreamsClient,
  { streamArn: StreamArn, shardId: ShardId }: Shard,
  sequence: string | undefined,
): Promise<string | undefined> => {
  const from =
    sequence === undefined
      ? ({ ShardIteratorType: "TRIM_HORIZON" } as const)
      : ({ ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: sequence } as const);
  return (await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ...from }))).ShardIterator;
};

export const readPage = async (
  client: DynamoDBStreamsClient,
  ShardIterator: string | undefined,
  Limit?: number,
): Promise<Page> => {
  const { Records = [], NextShardIterator } = await client.send(
    new GetRecordsCommand({ ShardIterator, ...(Limit !== undefined && { Limit }) }),
  );
  return { records: Records, next: NextShardIterator };
};

export const isTrimmed = (error: unknown): boolean =>
  error instanceof Error && error.name === "TrimmedDataAccessException";
