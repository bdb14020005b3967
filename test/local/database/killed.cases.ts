import {
  CreateTableCommand,
  type DynamoDBClient,
  paginateQuery,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { startDatabase } from "#local/database/start-database.ts";
import { type Item, s, scratchDefinition } from "./contract/scratch-table.ts";
import { type StreamRecord, streamReader } from "./contract/stream-reader.ts";
import { clientOf, scratchDirectory } from "./embedded.ts";
import { type Acknowledged, loadUntilKilled } from "./load-until-killed.ts";

const TableName = "residents";

/** Kill -9 in the middle of a load, as often as asked, in one directory. */
export const killed = (times: number, changes: number) =>
  describe(`after kill -9, ${times} times over`, () => {
    const directory = scratchDirectory();

    test("every acknowledged transaction is there, once, and none by half", async () => {
      await during(directory(), (client) => client.send(new CreateTableCommand({ TableName, ...scratchDefinition })));

      const acknowledged = new Map<string, number>();
      for (let time = 0; time < times; time += 1) {
        const loaded = await loadUntilKilled(directory(), TableName, changes);
        for (const [residentId, version] of loaded) acknowledged.set(residentId, version);

        await during(directory(), (client) => expectWhole(client, acknowledged));
      }
    }, 600_000);
  });

const during = async (directory: string, work: (client: DynamoDBClient) => Promise<unknown>): Promise<void> => {
  const database = await startDatabase({ directory });
  const client = clientOf(database.endpoint);
  await work(client);
  client.destroy();
  await database.close();
};

const expectWhole = async (client: DynamoDBClient, acknowledged: Acknowledged): Promise<void> => {
  const versions = new Map<string, number>();
  const streamed = await (await streamReader(() => client, TableName)).records();
  for (const [residentId, version] of acknowledged) {
    const items = await queryAll(client, {
      KeyConditionExpression: "residentId = :r",
      ExpressionAttributeValues: { ":r": s(residentId) },
      ConsistentRead: true,
    });
    const changes = items.filter((item) => item.item?.S !== "current").map((item) => Number(item.version?.N));
    const current = items.find((item) => item.item?.S === "current");

    // the one under way when the engine was killed may be there, but wholly
    expect(changes.length - version).toBeOneOf([0, 1]);
    expect(changes).toEqual(changes.map((_, index) => index + 1));
    expect(Number(current?.version?.N ?? 0)).toBe(changes.length);
    // nothing can come between a change and its record
    expect(versionsIn(streamed, residentId, "current")).toEqual(changes);
    expect(versionsIn(streamed, residentId, "change#")).toEqual(changes);
    if (current) versions.set(residentId, changes.length);
  }

  const entries = await queryAll(client, {
    IndexName: "due",
    KeyConditionExpression: "shardKey = :all",
    ExpressionAttributeValues: { ":all": s("all") },
  });
  expect(entries.map((entry) => entry.nextChangeOnResident?.S).toSorted()).toEqual(
    [...versions].map(([residentId, version]) => `${version}#${residentId}`).toSorted(),
  );
};

const versionsIn = (records: readonly StreamRecord[], residentId: string, item: string): readonly number[] =>
  records
    .filter(({ dynamodb }) => dynamodb?.Keys?.residentId?.S === residentId && dynamodb.Keys.item?.S?.startsWith(item))
    .map(({ dynamodb }) => Number(dynamodb?.NewImage?.version?.N));

const queryAll = async (
  client: DynamoDBClient,
  input: Omit<QueryCommandInput, "TableName">,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for await (const { Items = [] } of paginateQuery({ client }, { TableName, ...input })) items.push(...Items);
  return items;
};
