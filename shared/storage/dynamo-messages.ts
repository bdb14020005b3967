import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { json, text } from "./attributes.ts";
import { failedCondition } from "./failed-condition.ts";
import {
  dayPlaces,
  inboxPlaces,
  messageFromItem,
  messageIdIn,
  messageKey,
  messageToItem,
  waiting,
} from "./message-items.ts";
import type { Messages, StoredMessage } from "./messages.ts";
import { pagesOf } from "./pages.ts";
import { patiently } from "./patiently.ts";

export const dynamoMessages = (client: DynamoDBClient, TableName: string): Messages => {
  const pageOf = pagesOf(client, TableName);

  const write = async (stored: StoredMessage, condition: object): Promise<boolean> => {
    try {
      await patiently(() => client.send(new PutItemCommand({ TableName, Item: messageToItem(stored), ...condition })));
      return true;
    } catch (cause) {
      if (failedCondition(cause)) return false;
      throw new Error("message not written", { cause });
    }
  };

  return {
    read: async (messageId) => {
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: messageKey(messageId), ConsistentRead: true }),
      );
      return Item && messageFromItem(Item);
    },

    put: (message) => write(waiting(message), isNew),

    plan: (message, sendOn) => write({ message, standing: { state: "planned", sendOn } }, isNew),

    change: ({ standing }, after) =>
      write(after, {
        ConditionExpression: "standing = :before",
        ExpressionAttributeValues: { ":before": json(standing) },
      }),

    inbox: (residentId, request) =>
      pageOf(
        {
          keyName: "inboxPlace",
          places: inboxPlaces,
          startAt: (place) => ({
            residentId: text(residentId),
            inboxPlace: text(place),
            messageId: text(place.slice(place.indexOf("#") + 1)),
          }),
          IndexName: "byResident",
          ScanIndexForward: false,
          KeyConditionExpression: "residentId = :residentId",
          ExpressionAttributeValues: { ":residentId": text(residentId) },
        },
        request,
        messageIdIn,
      ),

    due: (shard, through, request) =>
      pageOf(
        {
          keyName: "dayPlace",
          places: dayPlaces,
          startAt: (place) => ({
            shard: text(shard),
            dayPlace: text(place),
            messageId: text(place.slice(place.indexOf("#") + 1)),
          }),
          IndexName: "byDay",
          KeyConditionExpression: "#shard = :shard AND dayPlace < :after",
          ExpressionAttributeNames: { "#shard": "shard" },
          // "$" comes right after "#": all of that day, nothing of the next
          ExpressionAttributeValues: { ":shard": text(shard), ":after": text(`${through}$`) },
        },
        request,
        messageIdIn,
      ),
  };
};

const isNew = { ConditionExpression: "attribute_not_exists(messageId)" };
