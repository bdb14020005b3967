import { type DynamoDBClient, GetItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import type { ApplicationNumber } from "#shared/domain/application.ts";
import {
  applicationFromItem,
  applicationKey,
  applicationNumbers,
  applicationPlaceIn,
  applicationQueueOf,
  applicationQueuePlaces,
  applicationStepFromItem,
  applicationStepPrefix,
  holderIn,
  numberAt,
  residentPlaces,
  roundOf,
  usedKey,
} from "./application-items.ts";
import type { Applications } from "./applications.ts";
import { type Item, text, textIn } from "./attributes.ts";
import { batchGet, mostKeys } from "./batch-get.ts";
import { pagesOf } from "./pages.ts";

/** Applications for whoever only reads them. */
export type ApplicationReads = Omit<Applications, "record" | "recordMany">;

export const applicationReads = (client: DynamoDBClient, TableName: string): ApplicationReads => {
  const pageOf = pagesOf(client, TableName);

  const get = async (Key: Item): Promise<Item | undefined> => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    return Item;
  };

  const read: Applications["read"] = async (applicationNumber) => {
    const item = await get(applicationKey(applicationNumber));
    return item && applicationFromItem(item);
  };

  const index = (IndexName: string, partition: string, value: string, sort: string) => ({
    IndexName,
    keyName: sort,
    startAt: (place: string) => ({
      ...applicationKey(numberAt(place)),
      [partition]: text(value),
      [sort]: text(place),
    }),
    KeyConditionExpression: "#partition = :value",
    ExpressionAttributeNames: { "#partition": partition },
    ExpressionAttributeValues: { ":value": text(value) },
  });

  return {
    read,

    readMany: async (applicationNumbers) => {
      const chunks = Array.from({ length: Math.ceil(applicationNumbers.length / mostKeys) }, (_, at) =>
        applicationNumbers.slice(at * mostKeys, (at + 1) * mostKeys),
      );
      const all = await Promise.all(
        chunks.map(async (chunk) => {
          const items = await batchGet(client, TableName, { Keys: chunk.map(applicationKey) });
          const found = items.map(applicationFromItem);
          const there = new Set(found.map(({ applicationNumber }) => applicationNumber));
          // a busy table leaves some over
          const left = await Promise.all(chunk.filter((one) => !there.has(one)).map(read));
          return [...found, ...left.filter((one) => one !== undefined)];
        }),
      );
      return all.flat();
    },

    readSteps: async (applicationNumber) => {
      const pages = paginateQuery(
        { client },
        {
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: "application = :application AND begins_with(#item, :prefix)",
          ExpressionAttributeNames: { "#item": "item" },
          ExpressionAttributeValues: {
            ":application": text(applicationNumber),
            ":prefix": text(applicationStepPrefix),
          },
        },
      );
      const items: Item[] = [];
      for await (const { Items = [] } of pages) items.push(...Items);
      return items.map(applicationStepFromItem);
    },

    holderOf: async (used) => {
      const item = await get(usedKey(used));
      return item && holderIn(item);
    },

    ofResident: (residentId, request) =>
      pageOf(
        { ...index("byResident", "residentId", residentId, "residentPlace"), places: residentPlaces },
        request,
        (item) => numberAt(textIn(item, "residentPlace")),
      ),

    ofRound: (programmeId, round, shard, request) =>
      pageOf(
        {
          ...index("byRound", "round", roundOf(programmeId, round, shard), "application"),
          places: applicationNumbers,
        },
        request,
        (item) => textIn(item, "application") as ApplicationNumber,
      ),

    queue: (department, area, request) =>
      pageOf(
        {
          ...index("byQueue", "queue", applicationQueueOf(department, area), "queuePlace"),
          places: applicationQueuePlaces,
        },
        request,
        applicationPlaceIn,
      ),
  };
};
