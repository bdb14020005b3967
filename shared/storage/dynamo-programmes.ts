import {
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { type Item, text } from "./attributes.ts";
import { cancellations } from "./failed-condition.ts";
import { followsOn } from "./follows-on.ts";
import { pagesOf } from "./pages.ts";
import {
  allDays,
  cityOf,
  programmeAt,
  programmeDayPlaces,
  programmeFromItem,
  programmeIdIn,
  programmeIds,
  programmeKey,
  programmeStepFromItem,
  programmeStepPrefix,
  programmeStepToItem,
  programmeToItem,
} from "./programme-items.ts";
import type { Programmes } from "./programmes.ts";

export const dynamoProgrammes = (client: DynamoDBClient, TableName: string): Programmes => {
  const pageOf = pagesOf(client, TableName);

  return {
    read: async (programmeId) => {
      const Key = programmeKey(programmeId);
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      return Item && programmeFromItem(Item);
    },

    readSteps: async (programmeId) => {
      const pages = paginateQuery(
        { client },
        {
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: "programmeId = :programmeId AND begins_with(#item, :prefix)",
          ExpressionAttributeNames: { "#item": "item" },
          ExpressionAttributeValues: { ":programmeId": text(programmeId), ":prefix": text(programmeStepPrefix) },
        },
      );
      const items: Item[] = [];
      for await (const { Items = [] } of pages) items.push(...Items);
      return items.map(programmeStepFromItem);
    },

    record: async (programme, recorded, nextDay) => {
      const current = programmeToItem(programme, nextDay);
      const TransactItems = [
        { Put: { TableName, Item: current, ...followsOn(programme.version - 1, "programmeId") } },
        { Put: { TableName, Item: programmeStepToItem(recorded), ...followsOn(0, "programmeId") } },
      ];
      try {
        await client.send(new TransactWriteItemsCommand({ TransactItems }));
        return "recorded";
      } catch (cause) {
        if (cancellations(cause)) return "overtaken";
        throw new Error("programme not changed", { cause });
      }
    },

    ofCity: (area, request) =>
      pageOf(
        {
          keyName: "programmeId",
          places: programmeIds,
          startAt: (place) => ({ city: text(cityOf(area)), programmeId: text(place), item: text("current") }),
          IndexName: "byCity",
          KeyConditionExpression: "city = :city",
          ExpressionAttributeValues: { ":city": text(cityOf(area)) },
        },
        request,
        programmeIdIn,
      ),

    due: (through, request) =>
      pageOf(
        {
          keyName: "dayPlace",
          places: programmeDayPlaces,
          startAt: (place) => ({ shard: text(allDays), dayPlace: text(place), ...programmeKey(programmeAt(place)) }),
          IndexName: "byDay",
          KeyConditionExpression: "#shard = :shard AND dayPlace < :place",
          ExpressionAttributeNames: { "#shard": "shard" },
          // "$" comes right after "#": all of that day, nothing of the next
          ExpressionAttributeValues: { ":shard": text(allDays), ":place": text(`${through}$`) },
        },
        request,
        programmeIdIn,
      ),
  };
};
