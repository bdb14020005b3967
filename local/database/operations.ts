import { batchGet } from "./batch-get.ts";
import { checkedRequest } from "./checked-request.ts";
import { actionOf, validationOf } from "./dynalite.ts";
import type { Engine } from "./engine.ts";
import { itemWrite } from "./item-write.ts";
import { perform } from "./perform.ts";
import { createTable, deleteTable, describeTable, listTables } from "./tables.ts";
import { describeTimeToLive, updateTimeToLive } from "./time-to-live.ts";
import { transactGet } from "./transact-get.ts";
import { transactWrite } from "./transact-write.ts";

export type Operation = (engine: Engine, request: object) => Promise<object>;

/** A read of one table. Without ConsistentRead it is answered from a moment ago. */
const reading = (name: string): Operation => {
  const action = actionOf(name);
  const { types, custom } = validationOf(name);
  // dynalite's scan does without
  const validation = { types: { ...types, ConsistentRead: "Boolean" }, custom };
  return async ({ level, snapshots }, request) => {
    const checked = checkedRequest<{ readonly ConsistentRead?: boolean }>(request, validation);
    const readFrom = checked.ConsistentRead ? snapshots.present : snapshots.past;
    return readFrom(async (state) => (await perform(level, action, checked, () => state)).answer);
  };
};

const writing = (name: Parameters<typeof itemWrite>[0]): Operation => {
  const prepare = itemWrite(name);
  return async ({ level, write }, request) => {
    const { perform } = prepare(request);
    return write(() => perform(level));
  };
};

const batchWrite = actionOf("batchWriteItem");
const batchWriteValidation = validationOf("batchWriteItem");

/** What the template uses. */
export const operations: Readonly<Record<string, Operation>> = {
  GetItem: reading("getItem"),
  Query: reading("query"),
  Scan: reading("scan"),
  BatchGetItem: batchGet,
  TransactGetItems: transactGet,
  PutItem: writing("putItem"),
  UpdateItem: writing("updateItem"),
  DeleteItem: writing("deleteItem"),
  BatchWriteItem: async ({ level, write }, request) => {
    const checked = checkedRequest<object>(request, batchWriteValidation);
    return write(() => perform(level, batchWrite, checked));
  },
  TransactWriteItems: transactWrite,
  CreateTable: createTable,
  DescribeTable: describeTable,
  ListTables: listTables,
  DeleteTable: deleteTable,
  DescribeTimeToLive: describeTimeToLive,
  UpdateTimeToLive: updateTimeToLive,
};
