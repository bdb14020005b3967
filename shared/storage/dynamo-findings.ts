import {
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  QueryCommand,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { type Item, text } from "./attributes.ts";
import { letterPut } from "./dynamo-letters.ts";
import { appending } from "./dynamo-residents.ts";
import { cancellations } from "./failed-condition.ts";
import {
  creditFromItem,
  creditItem,
  creditRecords,
  creditToItem,
  findingDayPlaces,
  findingFromItem,
  findingKey,
  findingKeyAt,
  findingPlaceIn,
  findingPrefix,
  findingStepFromItem,
  findingStepPrefix,
  findingStepToItem,
  findingToItem,
} from "./finding-items.ts";
import type { Findings, WithFinding } from "./findings.ts";
import { followsOn } from "./follows-on.ts";
import { messagePut } from "./message-put.ts";
import { pagesOf } from "./pages.ts";

/** The tables that one step of a finding may write into; whoever takes only such steps as touch no other needs no other. */
export interface FindingTables {
  readonly findings: string;
  readonly residents?: string;
  readonly messages?: string;
  readonly letters?: string;
}

export const dynamoFindings = (client: DynamoDBClient, tables: FindingTables): Findings => {
  const TableName = tables.findings;
  const pageOf = pagesOf(client, TableName);

  const itemsOf = async (residentId: ResidentId, prefix: string): Promise<readonly Item[]> => {
    const pages = paginateQuery(
      { client },
      {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "holder = :holder AND begins_with(#item, :prefix)",
        ExpressionAttributeNames: { "#item": "item" },
        ExpressionAttributeValues: { ":holder": text(residentId), ":prefix": text(prefix) },
      },
    );
    const items: Item[] = [];
    for await (const { Items = [] } of pages) items.push(...Items);
    return items;
  };

  const recordsFrom = async (sequence: number, limit: number, isForward: boolean) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        Limit: limit,
        ScanIndexForward: isForward,
        KeyConditionExpression: "holder = :holder AND #item BETWEEN :from AND :to",
        ExpressionAttributeNames: { "#item": "item" },
        ExpressionAttributeValues: {
          ":holder": text(creditRecords),
          ":from": text(creditItem(sequence)),
          ":to": text("record#~"),
        },
      }),
    );
    return Items.map(creditFromItem);
  };

  return {
    read: async (residentId, findingId) => {
      const Key = findingKey(residentId, findingId);
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      return Item && findingFromItem(Item);
    },

    readSteps: async (residentId, findingId) =>
      (await itemsOf(residentId, findingStepPrefix(findingId))).map(findingStepFromItem),

    ofResident: async (residentId) => (await itemsOf(residentId, findingPrefix)).map(findingFromItem),

    record: async (finding, recorded, together) => {
      const TransactItems = [
        {
          Put: {
            TableName,
            Item: findingToItem(finding, together.nextDay),
            ...followsOn(finding.version - 1, "holder"),
          },
        },
        { Put: { TableName, Item: findingStepToItem(recorded), ConditionExpression: isNew } },
        ...writesTogether(tables, together),
      ];
      try {
        await client.send(new TransactWriteItemsCommand({ TransactItems }));
        return "recorded";
      } catch (cause) {
        if (!cancellations(cause)) throw new Error("finding not changed", { cause });
        return "overtaken";
      }
    },

    due: (shard, through, request) =>
      pageOf(
        {
          keyName: "dayPlace",
          places: findingDayPlaces,
          startAt: (place) => ({ shard: text(shard), dayPlace: text(place), ...findingKeyAt(place) }),
          IndexName: "byDay",
          // "$" comes right after "#": all of that day, nothing of the next
          KeyConditionExpression: "#shard = :shard AND dayPlace < :place",
          ExpressionAttributeNames: { "#shard": "shard" },
          ExpressionAttributeValues: { ":shard": text(shard), ":place": text(`${through}$`) },
        },
        request,
        findingPlaceIn,
      ),

    creditAfter: (sequence, limit) => recordsFrom(sequence + 1, limit, true),

    lastCredit: async () => (await recordsFrom(0, 1, false))[0]?.sequence ?? 0,
  };
};

const writesTogether = (tables: FindingTables, { dossier, messages = [], letters = [], credit }: WithFinding) => [
  ...(dossier ? appending(named(tables.residents), dossier.dossier, dossier.recorded) : []),
  ...messages.map((message) => messagePut(tables.messages, message)),
  ...letters.map((letter) => letterPut(named(tables.letters), letter)),
  ...(credit ? [{ Put: { TableName: tables.findings, Item: creditToItem(credit), ConditionExpression: isNew } }] : []),
];

const named = (table: string | undefined): string => {
  if (table === undefined) throw new Error("a step writes into a table that was not given");
  return table;
};

const isNew = "attribute_not_exists(holder)";
