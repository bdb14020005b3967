import type { Item } from "./item.ts";
import { keyspace } from "./keyspace.ts";
import type { Level } from "./level.ts";
import type { Table } from "./table.ts";

/** The change of one item, as it is stored and as GetRecords answers it. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: "INSERT" | "MODIFY" | "REMOVE";
  readonly eventVersion: "1.1";
  readonly eventSource: "aws:dynamodb";
  readonly awsRegion: string;
  readonly dynamodb: {
    /** In whole seconds. */
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Item;
    readonly NewImage?: Item;
    readonly OldImage?: Item;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: "NEW_AND_OLD_IMAGES";
  };
  /** Says that time to live removed the item, and nobody's request. */
  readonly userIdentity?: { readonly Type: "Service"; readonly PrincipalId: "dynamodb.amazonaws.com" };
}

/** A table whose changes are streamed. */
export type StreamedTable = Table & Required<Pick<Table, "LatestStreamArn" | "LatestStreamLabel">>;

export const isStreamed = (table: Table): table is StreamedTable => table.LatestStreamArn !== undefined;

const shardCount = 4;

export const shardIds: readonly string[] = Array.from(
  { length: shardCount },
  (_, number) => `shardId-${"0".repeat(20)}-${String(number).padStart(8, "0")}`,
);

/** The shard of all items of one partition key. A stored key begins with six digits of its hash. */
export const shardOf = (itemKey: string): string =>
  shardIds[Number.parseInt(itemKey.slice(0, 6), 16) % shardCount] ?? "";

/** One count for all streams of the engine: it only grows. All have one length, so that text sorts as numbers do. */
export const sequenceNumber = (count: number): string => `1${String(count).padStart(20, "0")}`;

/** Before every record. */
export const beforeAll = sequenceNumber(0);

/** The number of the last record of any stream. */
export const lastSequence = (level: Level): number => Number(level.getSync(keyspace.sequence) ?? 0);

/** Through which number a shard has been trimmed. */
export const trimmedThrough = (level: Level, table: string, shard: string): string =>
  String(level.getSync(keyspace.trimmed(table) + shard) ?? beforeAll);
