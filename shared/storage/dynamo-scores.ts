import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type QueryCommandInput,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { type Item, text, textIn, whole } from "./attributes.ts";
import { fromCursor, toCursor } from "./cursor.ts";
import { cancellations, failedCondition } from "./failed-condition.ts";
import { patiently } from "./patiently.ts";
import { queryPage } from "./query-page.ts";
import {
  areaShard,
  duePlaces,
  historyFromItem,
  historyPlaces,
  historyToItem,
  residentIn,
  residentPlaces,
  scoreFromItem,
  scoreKey,
  scoreToItem,
} from "./score-items.ts";
import type { Page, PageRequest, Scores } from "./scores.ts";
import type { Basis } from "./stored-score.ts";

export const dynamoScores = (client: DynamoDBClient, TableName: string): Scores => {
  const pageOf = async <Entry>(
    { keyName, places, startAt, ...query }: Paging,
    { limit, cursor }: PageRequest,
    fromItem: (item: Item) => Entry,
  ): Promise<Page<Entry>> => {
    const start = cursor === undefined ? {} : { ExclusiveStartKey: startAt(fromCursor(cursor, places)) };
    const { items, more } = await queryPage(client, { TableName, ...query, ...start }, limit);
    const last = items.at(-1);
    return { entries: items.map(fromItem), ...(more && last && { cursor: toCursor(textIn(last, keyName)) }) };
  };

  return {
    read: async (residentId) => {
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: scoreKey(residentId), ConsistentRead: true }),
      );
      return Item && scoreFromItem(Item);
    },

    save: async (score, history) => {
      const current = { TableName, Item: scoreToItem(score), ...newerThanStored(score.basis) };
      try {
        await patiently(async () => {
          if (!history) return client.send(new PutItemCommand(current));
          const line = {
            TableName,
            Item: historyToItem(history),
            ConditionExpression: "attribute_not_exists(residentId)",
          };
          return client.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: current }, { Put: line }] }));
        });
        return "saved";
      } catch (cause) {
        if (failedCondition(cause) || cancellations(cause)?.[0] === "condition") return "not-newer";
        throw new Error("score not saved", { cause });
      }
    },

    history: (residentId, request) =>
      pageOf(
        {
          keyName: "item",
          places: historyPlaces,
          startAt: (place) => ({ residentId: text(residentId), item: text(place) }),
          ConsistentRead: true,
          ScanIndexForward: false,
          KeyConditionExpression: "residentId = :residentId AND begins_with(#item, :history)",
          ExpressionAttributeNames: { "#item": "item" },
          ExpressionAttributeValues: { ":residentId": text(residentId), ":history": text("history#") },
        },
        request,
        historyFromItem,
      ),

    due: (shard, through, request) =>
      pageOf(
        {
          keyName: "nextChangeOnResident",
          places: duePlaces,
          startAt: (place) => ({
            shard: text(shard),
            nextChangeOnResident: text(place),
            residentId: text(place.slice(place.indexOf("#") + 1)),
            item: text("current"),
          }),
          IndexName: "due",
          KeyConditionExpression: "#shard = :shard AND nextChangeOnResident < :after",
          ExpressionAttributeNames: { "#shard": "shard" },
          // "$" comes right after "#": all of that day, nothing of the next
          ExpressionAttributeValues: { ":shard": text(shard), ":after": text(`${through}$`) },
        },
        request,
        residentIn,
      ),

    inArea: (area, shard, request) =>
      pageOf(
        {
          keyName: "residentId",
          places: residentPlaces,
          startAt: (place) => ({
            areaShard: text(areaShard(area, shard)),
            residentId: text(place),
            item: text("current"),
          }),
          IndexName: "byArea",
          KeyConditionExpression: "areaShard = :areaShard",
          ExpressionAttributeValues: { ":areaShard": text(areaShard(area, shard)) },
        },
        request,
        residentIn,
      ),
  };
};

interface Paging extends Omit<QueryCommandInput, "TableName"> {
  /** The attribute that says where a page ended. */
  readonly keyName: string;
  readonly places: RegExp;
  readonly startAt: (place: string) => Item;
}

const newerThanStored = ({ dossierVersion, registryRevision, asOf }: Basis) => ({
  ConditionExpression: `attribute_not_exists(residentId) OR (
    dossierVersion <= :v AND registryRevision <= :r AND asOf <= :d
    AND (dossierVersion < :v OR registryRevision < :r OR asOf < :d))`,
  ExpressionAttributeValues: { ":v": whole(dossierVersion), ":r": whole(registryRevision), ":d": text(asOf) },
});
