import {
  BatchGetItemCommand,
  CreateTableCommand,
  DeleteItemCommand,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { startDatabase } from "#local/database/start-database.ts";
import { everyRead } from "./contract/every-read.ts";
import { everyWrite } from "./contract/every-write.ts";
import {
  type Connect,
  eventually,
  freshKey,
  type Item,
  n,
  scratchDefinition,
  scratchTable,
} from "./contract/scratch-table.ts";
import { clientOf, embedded, scratchDirectory } from "./embedded.ts";

const inIndex = async (connect: Connect, TableName: string, { residentId = n(0) }: Item): Promise<number> => {
  const { Items = [] } = await connect().send(
    new QueryCommand({
      TableName,
      IndexName: "byShard",
      KeyConditionExpression: "shardKey = :s",
      ExpressionAttributeValues: { ":s": residentId },
    }),
  );
  return Items.length;
};

describe("within the delay a read without ConsistentRead answers from before", () => {
  const [TableName, other] = ["scores", "jobs"];
  const directory = scratchDirectory();
  const seeded = Array.from({ length: 30 }, () => freshKey());

  beforeAll(async () => {
    const database = await startDatabase({ directory: directory() });
    const client = clientOf(database.endpoint);
    for (const table of [TableName, other]) {
      await client.send(new CreateTableCommand({ TableName: table, ...scratchDefinition }));
    }
    for (const key of seeded) {
      const Item = { ...key, version: n(1), shardKey: key.residentId };
      await client.send(new PutItemCommand({ TableName, Item }));
    }
    client.destroy();
    await database.close();
  });

  const connect = embedded(() => ({ directory: directory(), eventualDelayMs: 60 * 60 * 1000 }));
  const writes = Object.entries(everyWrite(connect, TableName));
  const reads = Object.entries(everyRead(connect, TableName, false));
  const present = everyRead(connect, TableName, true).get;
  const put = (TableName: string, Item: Item) => connect().send(new PutItemCommand({ TableName, Item }));
  const remove = (Key: Item) => connect().send(new DeleteItemCommand({ TableName, Key }));

  let taken = 0;
  const seededKey = () => {
    taken += 1;
    return seeded[taken] ?? freshKey();
  };

  const pairs = writes.flatMap(([written, write]) => reads.map(([as, read]) => ({ as, read, written, write })));

  test.each(pairs)("a $as misses a $written", async ({ read, write }) => {
    const key = seededKey();

    await write(key, 2);

    expect((await present(key))?.version).toEqual(n(2));
    expect((await read(key))?.version).toEqual(n(1));
  });

  test.each(reads)("a %s misses a new item, and still finds a deleted one", async (_, read) => {
    const [added, deleted] = [freshKey(), seededKey()];

    await put(TableName, { ...added, version: n(1) });
    await remove(deleted);

    expect(await present(added)).toBeDefined();
    expect(await read(added)).toBeUndefined();
    expect(await present(deleted)).toBeUndefined();
    expect(await read(deleted)).toBeDefined();
  });

  test("an index misses a new entry, and still has a deleted one", async () => {
    const [added, deleted] = [freshKey(), seededKey()];

    await put(TableName, { ...added, shardKey: added.residentId });
    await remove(deleted);

    expect(await inIndex(connect, TableName, added)).toBe(0);
    expect(await inIndex(connect, TableName, deleted)).toBe(1);
  });

  test("a batch asks for it table by table", async () => {
    const key = freshKey();
    await put(TableName, key);
    await put(other, key);

    const { Responses } = await connect().send(
      new BatchGetItemCommand({
        RequestItems: { [TableName]: { Keys: [key] }, [other]: { Keys: [key], ConsistentRead: true } },
      }),
    );

    expect(Responses).toEqual({ [TableName]: [], [other]: [key] });
  });
});

describe("after the delay", () => {
  const connect = embedded(() => ({ eventualDelayMs: 20 }));
  const table = scratchTable(connect);
  const reads = Object.entries(everyRead(connect, table.TableName, false));

  test.each(reads)("a %s finds what was written, and no longer what was deleted", async (_, read) => {
    const key = freshKey();

    await table.put(key);
    await eventually(() => read(key)).toEqual(key);
    await table.remove(key);
    await eventually(() => read(key)).toBeUndefined();
  });

  test("an index too", async () => {
    const key = freshKey();

    await table.put({ ...key, shardKey: key.residentId });
    await eventually(() => inIndex(connect, table.TableName, key)).toBe(1);
    await table.remove(key);
    await eventually(() => inIndex(connect, table.TableName, key)).toBe(0);
  });

  test("versions are seen in their order, and the last one at last", async () => {
    const key = freshKey();
    const read = async () => Number((await everyRead(connect, table.TableName, false).get(key))?.version?.N ?? 0);
    const seen: number[] = [];

    for (let version = 1; version <= 100; version += 1) {
      await table.put({ ...key, version: n(version) });
      seen.push(await read());
    }

    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    await eventually(read).toBe(100);
  });
});

describe("without a delay", () => {
  const connect = embedded(() => ({ eventualDelayMs: 0 }));
  const table = scratchTable(connect);

  test.each(Object.entries(everyRead(connect, table.TableName, false)))("a %s finds the latest", async (_, read) => {
    const key = freshKey();

    for (const version of [1, 2, 3]) {
      await table.put({ ...key, version: n(version), shardKey: key.residentId });
      expect((await read(key))?.version).toEqual(n(version));
      expect(await inIndex(connect, table.TableName, key)).toBe(1);
    }
  });
});
