import * as z from "zod";
import { checkedRequest, parsedRequest } from "./checked-request.ts";
import { validationOf } from "./dynalite.ts";
import type { Engine } from "./engine.ts";
import { keyspace, within } from "./keyspace.ts";
import type { Write } from "./level.ts";
import { type Table, tableNamed } from "./table.ts";
import { wireError } from "./wire-error.ts";

interface NewTable extends Table {
  readonly BillingMode: "PAY_PER_REQUEST";
}

const validation = validationOf("createTable");
const TableName = z.strictObject({ TableName: z.string() });
// dynalite knows no streams
const Streamed = z.object({
  StreamSpecification: z
    .strictObject({
      StreamEnabled: z.literal(true),
      StreamViewType: z.literal("NEW_AND_OLD_IMAGES", "only the stream view type NEW_AND_OLD_IMAGES is implemented"),
    })
    .optional(),
});

/** A table is active as soon as its creation is answered. */
export const createTable = async ({ level, write }: Engine, request: object): Promise<object> => {
  const { StreamSpecification } = parsedRequest(request, Streamed);
  const { StreamSpecification: _, ...rest } = request as { readonly StreamSpecification?: unknown };
  const { BillingMode, GlobalSecondaryIndexes = [], ...asked } = checkedRequest<NewTable>(rest, validation);
  const TableArn = `arn:aws:dynamodb:local:000000000000:table/${asked.TableName}`;
  const now = new Date();
  const LatestStreamLabel = now.toISOString().slice(0, -1);
  const table = {
    ...asked,
    GlobalSecondaryIndexes: GlobalSecondaryIndexes.map((index) => ({ ...index, IndexStatus: "ACTIVE" })),
    BillingModeSummary: { BillingMode },
    CreationDateTime: now.getTime() / 1000,
    TableArn,
    TableStatus: "ACTIVE",
    ...(StreamSpecification && {
      StreamSpecification,
      LatestStreamLabel,
      LatestStreamArn: `${TableArn}/stream/${LatestStreamLabel}`,
    }),
  };
  return write(async () => {
    const key = keyspace.tables + asked.TableName;
    if (level.getSync(key)) throw wireError("ResourceInUseException", `Table already exists: ${asked.TableName}`);
    return { answer: { TableDescription: table }, writes: [{ type: "put", key, value: table }] };
  });
};

export const describeTable = async ({ level }: Engine, request: object): Promise<object> => ({
  Table: described(tableNamed(level, parsedRequest(request, TableName).TableName)),
});

export const listTables = async ({ level }: Engine, request: object): Promise<object> => {
  parsedRequest(request, z.strictObject({}));
  const TableNames: string[] = [];
  for await (const key of level.keys(within(keyspace.tables))) TableNames.push(key.slice(keyspace.tables.length));
  return { TableNames };
};

/** Deletes a table with its items, index entries and stream, at once. */
export const deleteTable = async ({ level, snapshots, write }: Engine, request: object): Promise<object> => {
  const name = parsedRequest(request, TableName).TableName;
  const answer = await write(async () => {
    const table = tableNamed(level, name);
    const indexes = table.GlobalSecondaryIndexes ?? [];
    const prefixes = [
      keyspace.itemsOf(name),
      ...indexes.map(({ IndexName }) => keyspace.entriesOf(name, IndexName)),
      keyspace.recordsOf(name),
      keyspace.trimmed(name),
    ];
    const writes: Write[] = [{ type: "del", key: keyspace.tables + name }];
    for (const prefix of prefixes) {
      for await (const key of level.keys(within(prefix))) writes.push({ type: "del", key });
    }
    return { answer: { TableDescription: { ...described(table), TableStatus: "DELETING" } }, writes };
  });
  snapshots.forgetPast();
  return answer;
};

const described = ({ expiresBy: _, ...description }: Table): object => description;
