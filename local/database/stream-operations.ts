import * as z from "zod";
import { parsedRequest } from "./checked-request.ts";
import { keyspace, within } from "./keyspace.ts";
import type { Level } from "./level.ts";
import type { Operation } from "./operations.ts";
import { issueIterator, readIterator } from "./shard-iterator.ts";
import {
  beforeAll,
  isStreamed,
  lastSequence,
  type StreamedTable,
  type StreamRecord,
  sequenceNumber,
  shardIds,
  trimmedThrough,
} from "./stream.ts";
import type { Table } from "./table.ts";
import { wireError } from "./wire-error.ts";

const ListStreams = z.strictObject({ TableName: z.string().optional() });
const DescribeStream = z.strictObject({ StreamArn: z.string() });
const SequenceNumber = z.string().regex(/^1\d{20}$/, "Invalid SequenceNumber");
const place = { StreamArn: z.string(), ShardId: z.string() };
const GetShardIterator = z.union([
  z.strictObject({ ...place, ShardIteratorType: z.enum(["TRIM_HORIZON", "LATEST"]) }),
  z.strictObject({
    ...place,
    ShardIteratorType: z.enum(["AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER"]),
    SequenceNumber,
  }),
]);
const GetRecords = z.strictObject({ ShardIterator: z.string(), Limit: z.int().min(1).max(1000).default(1000) });

const listStreams: Operation = async ({ level }, request) => {
  const { TableName } = parsedRequest(request, ListStreams);
  const tables = (await streamedTables(level)).filter(
    (table) => TableName === undefined || table.TableName === TableName,
  );
  return {
    Streams: tables.map((table) => ({
      StreamArn: table.LatestStreamArn,
      StreamLabel: table.LatestStreamLabel,
      TableName: table.TableName,
    })),
  };
};

const describeStream: Operation = async ({ level }, request) => {
  const { TableName, KeySchema, LatestStreamArn, LatestStreamLabel } = await streamedTable(
    level,
    parsedRequest(request, DescribeStream).StreamArn,
  );
  return {
    StreamDescription: {
      StreamArn: LatestStreamArn,
      StreamLabel: LatestStreamLabel,
      StreamStatus: "ENABLED",
      StreamViewType: "NEW_AND_OLD_IMAGES",
      TableName,
      KeySchema,
      // a shard lasts as long as its stream: none is closed or split
      Shards: shardIds.map((ShardId) => ({ ShardId, SequenceNumberRange: { StartingSequenceNumber: beforeAll } })),
    },
  };
};

const getShardIterator: Operation = async ({ level }, request) => {
  const asked = parsedRequest(request, GetShardIterator);
  const { TableName, LatestStreamArn } = await streamedTable(level, asked.StreamArn);
  if (!shardIds.includes(asked.ShardId)) throw wireError("ResourceNotFoundException", `No shard ${asked.ShardId}`);
  const trimmed = trimmedThrough(level, TableName, asked.ShardId);
  const after = startOf(asked, trimmed, level);
  refuseTrimmed(after, trimmed);
  return { ShardIterator: issueIterator({ stream: LatestStreamArn, shard: asked.ShardId, after }) };
};

const startOf = (asked: z.infer<typeof GetShardIterator>, trimmed: string, level: Level): string => {
  switch (asked.ShardIteratorType) {
    case "TRIM_HORIZON":
      return trimmed;
    case "LATEST":
      return sequenceNumber(lastSequence(level));
    case "AT_SEQUENCE_NUMBER":
      return String(BigInt(asked.SequenceNumber) - 1n);
    case "AFTER_SEQUENCE_NUMBER":
      return asked.SequenceNumber;
  }
};

const getRecords: Operation = async ({ level }, request) => {
  const { ShardIterator, Limit } = parsedRequest(request, GetRecords);
  const { stream, shard, after } = readIterator(ShardIterator);
  const { TableName } = await streamedTable(level, stream);
  refuseTrimmed(after, trimmedThrough(level, TableName, shard));
  const Records: StreamRecord[] = [];
  let size = 0;
  for await (const value of level.values(within(`${keyspace.recordsOf(TableName)}${shard}~`, { gt: after }))) {
    const record = value as StreamRecord;
    Records.push(record);
    size += record.dynamodb.SizeBytes;
    if (Records.length === Limit || size >= maxAnswerSize) break;
  }
  const next = Records.at(-1)?.dynamodb.SequenceNumber ?? after;
  return { Records, NextShardIterator: issueIterator({ stream, shard, after: next }) };
};

const maxAnswerSize = 1024 * 1024;

// only where records were lost: after the last trimmed one nothing is missing
const refuseTrimmed = (after: string, trimmed: string): void => {
  if (after >= trimmed) return;
  throw wireError("TrimmedDataAccessException", "The records that follow were trimmed: they were older than 24 hours");
};

const streamedTables = async (level: Level): Promise<readonly StreamedTable[]> => {
  const tables: StreamedTable[] = [];
  for await (const table of level.values(within(keyspace.tables)) as AsyncIterable<Table>) {
    if (isStreamed(table)) tables.push(table);
  }
  return tables;
};

const streamedTable = async (level: Level, arn: string): Promise<StreamedTable> => {
  const table = (await streamedTables(level)).find(({ LatestStreamArn }) => LatestStreamArn === arn);
  if (!table) throw wireError("ResourceNotFoundException", `Requested resource not found: Stream: ${arn} not found`);
  return table;
};

/** DynamoDB Streams, as far as the pump reads them. */
export const streamOperations: Readonly<Record<string, Operation>> = {
  ListStreams: listStreams,
  DescribeStream: describeStream,
  GetShardIterator: getShardIterator,
  GetRecords: getRecords,
};
