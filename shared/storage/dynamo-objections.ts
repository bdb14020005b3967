import {
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  type QueryCommandInput,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { RecordedObjectionStep } from "#shared/domain/objection.ts";
import { text } from "./attributes.ts";
import { listingWrites } from "./dynamo-listings.ts";
import { cancellations } from "./failed-condition.ts";
import { followsOn } from "./follows-on.ts";
import {
  keyAtPlace,
  objectionFromItem,
  objectionItems,
  objectionKey,
  objectionPlaceIn,
  objectionPlaces,
  objectionPrefix,
  objectionStepFromItem,
  objectionStepPrefix,
  objectionStepToItem,
  objectionToItem,
  queueOf,
} from "./objection-items.ts";
import type { Objections } from "./objections.ts";
import { pagesOf } from "./pages.ts";

export const dynamoObjections = (client: DynamoDBClient, TableName: string): Objections => {
  const pageOf = pagesOf(client, TableName);

  return {
    read: async (listingId, objectionId) => {
      const Key = objectionKey(listingId, objectionId);
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      return Item && objectionFromItem(Item);
    },

    readSteps: async (listingId, objectionId) => {
      const pages = paginateQuery({ client }, { TableName, ...beginning(listingId, objectionStepPrefix(objectionId)) });
      const steps: RecordedObjectionStep[] = [];
      for await (const { Items = [] } of pages) steps.push(...Items.map(objectionStepFromItem));
      return steps;
    },

    ofListing: (listingId, request) =>
      pageOf(
        {
          keyName: "item",
          places: objectionItems,
          startAt: (place) => ({ listing: text(listingId), item: text(place) }),
          ...beginning(listingId, objectionPrefix),
        },
        request,
        objectionFromItem,
      ),

    record: async (objection, recorded, together) => {
      const TransactItems = [
        { Put: { TableName, Item: objectionToItem(objection), ...followsOn(objection.version - 1, "listing") } },
        { Put: { TableName, Item: objectionStepToItem(recorded), ConditionExpression: isNew } },
        ...(together ? listingWrites(TableName, together.listing, together.recorded) : []),
      ];
      try {
        await client.send(new TransactWriteItemsCommand({ TransactItems }));
        return "recorded";
      } catch (cause) {
        if (cancellations(cause)) return "overtaken";
        throw new Error("objection not changed", { cause });
      }
    },

    queue: (department, area, request) =>
      pageOf(
        {
          keyName: "queuePlace",
          places: objectionPlaces,
          startAt: (place) => ({
            queue: text(queueOf(department, area)),
            queuePlace: text(place),
            ...keyAtPlace(place),
          }),
          IndexName: "byQueue",
          KeyConditionExpression: "#queue = :queue",
          ExpressionAttributeNames: { "#queue": "queue" },
          ExpressionAttributeValues: { ":queue": text(queueOf(department, area)) },
        },
        request,
        objectionPlaceIn,
      ),
  };
};

const beginning = (listingId: string, prefix: string) =>
  ({
    ConsistentRead: true,
    KeyConditionExpression: "listing = :listing AND begins_with(#item, :prefix)",
    ExpressionAttributeNames: { "#item": "item" },
    ExpressionAttributeValues: { ":listing": text(listingId), ":prefix": text(prefix) },
  }) satisfies Omit<QueryCommandInput, "TableName">;

const isNew = "attribute_not_exists(listing)";
