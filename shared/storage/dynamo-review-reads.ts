import { type DynamoDBClient, GetItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { ReviewId } from "#shared/domain/review.ts";
import { type Item, text, textIn } from "./attributes.ts";
import { pagesOf } from "./pages.ts";
import {
  dayPlaces,
  keyAt,
  openLineKey,
  queueOf,
  queuePlaceIn,
  queuePlaces,
  reviewFromItem,
  reviewKey,
  reviewPlaceIn,
  reviewPrefix,
  stepFromItem,
  stepPrefix,
} from "./review-items.ts";
import type { Reviews } from "./reviews.ts";

/** Reviews for whoever only reads them. */
export type ReviewReads = Omit<Reviews, "record">;

export const reviewReads = (client: DynamoDBClient, TableName: string): ReviewReads => {
  const pageOf = pagesOf(client, TableName);

  const read = async (Key: Item): Promise<Item | undefined> => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    return Item;
  };

  const readAll = async (residentId: ResidentId, prefix: string): Promise<readonly Item[]> => {
    const pages = paginateQuery(
      { client },
      {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "residentId = :residentId AND begins_with(#item, :prefix)",
        ExpressionAttributeNames: { "#item": "item" },
        ExpressionAttributeValues: { ":residentId": text(residentId), ":prefix": text(prefix) },
      },
    );
    const items: Item[] = [];
    for await (const { Items = [] } of pages) items.push(...Items);
    return items;
  };

  const onDays = (shard: string, days: string, value: string) => ({
    keyName: "dayPlace",
    places: dayPlaces,
    startAt: (place: string) => ({ shard: text(shard), dayPlace: text(place), ...keyAt(place) }),
    IndexName: "byDay",
    KeyConditionExpression: `#shard = :shard AND ${days}`,
    ExpressionAttributeNames: { "#shard": "shard" },
    ExpressionAttributeValues: { ":shard": text(shard), ":place": text(value) },
  });

  return {
    read: async (residentId, reviewId) => {
      const item = await read(reviewKey(residentId, reviewId));
      return item && reviewFromItem(item);
    },

    readSteps: async (residentId, reviewId) => (await readAll(residentId, stepPrefix(reviewId))).map(stepFromItem),

    ofResident: async (residentId) => (await readAll(residentId, reviewPrefix)).map(reviewFromItem),

    openOn: async (residentId, line) => {
      const item = await read(openLineKey(residentId, line));
      return item && (textIn(item, "reviewId") as ReviewId);
    },

    queue: (department, area, request) =>
      pageOf(
        {
          keyName: "queuePlace",
          places: queuePlaces,
          startAt: (place) => ({
            queue: text(queueOf(department, area)),
            queuePlace: text(place),
            ...keyAt(place),
          }),
          IndexName: "byQueue",
          KeyConditionExpression: "#queue = :queue",
          ExpressionAttributeNames: { "#queue": "queue" },
          ExpressionAttributeValues: { ":queue": text(queueOf(department, area)) },
        },
        request,
        queuePlaceIn,
      ),

    due: (shard, through, request) =>
      // "$" comes right after "#": all of that day, nothing of the next
      pageOf(onDays(shard, "dayPlace < :place", `${through}$`), request, reviewPlaceIn),

    provisional: (shard, request) =>
      pageOf(onDays(shard, "begins_with(dayPlace, :place)", "provisional#"), request, reviewPlaceIn),
  };
};
