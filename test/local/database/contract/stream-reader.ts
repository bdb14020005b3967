import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type ShardIteratorType,
  type _Record as StreamRecord,
} from "@aws-sdk/client-dynamodb-streams";
import type { Connect, Item } from "./scratch-table.ts";

export type { StreamRecord };

/** A client of the streams that belong to a database. On AWS they have an address of their own. */
export const streamsOf = async (connect: Connect): Promise<DynamoDBStreamsClient> => {
  const { endpoint, region, credentials } = connect().config;
  const { protocol = "https:", hostname = "", port } = (await endpoint?.()) ?? {};
  const host = hostname.replace(/^dynamodb\./, "streams.dynamodb.") + (port === undefined ? "" : `:${port}`);
  return new DynamoDBStreamsClient({ endpoint: `${protocol}//${host}`, region, credentials });
};

export interface StreamReader {
  readonly client: DynamoDBStreamsClient;
  readonly arn: string;
  readonly shardIds: readonly string[];
  /** What lies in one shard, or in all of them. */
  readonly records: (shardId?: string) => Promise<readonly StreamRecord[]>;
  /** The records of one item, as they lie in its shard. */
  readonly recordsOf: (key: Item) => Promise<readonly StreamRecord[]>;
  readonly iterator: (shardId: string, type: ShardIteratorType, sequence?: string) => Promise<string | undefined>;
}

export const streamReader = async (connect: Connect, TableName: string): Promise<StreamReader> => {
  const client = await streamsOf(connect);
  const { Table } = await connect().send(new DescribeTableCommand({ TableName }));
  const arn = Table?.LatestStreamArn ?? "";
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: arn }));
  const shardIds = (StreamDescription?.Shards ?? []).map(({ ShardId = "" }) => ShardId);

  const iterator: StreamReader["iterator"] = async (ShardId, ShardIteratorType, SequenceNumber) =>
    (await client.send(new GetShardIteratorCommand({ StreamArn: arn, ShardId, ShardIteratorType, SequenceNumber })))
      .ShardIterator;

  const records = async (shardId: string): Promise<readonly StreamRecord[]> => {
    const found: StreamRecord[] = [];
    let ShardIterator = await iterator(shardId, "TRIM_HORIZON");
    while (ShardIterator !== undefined) {
      const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator }));
      found.push(...Records);
      ShardIterator = Records.length > 0 ? NextShardIterator : undefined;
    }
    return found;
  };
  const allRecords = async () => (await Promise.all(shardIds.map(records))).flat();

  return {
    client,
    arn,
    shardIds,
    iterator,
    records: (shardId) => (shardId === undefined ? allRecords() : records(shardId)),
    recordsOf: async (key) =>
      (await allRecords()).filter(({ dynamodb }) =>
        Object.entries(key).every(([name, value]) => dynamodb?.Keys?.[name]?.S === value.S),
      ),
  };
};
