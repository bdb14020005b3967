import {
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { Listing, RecordedListingStep } from "#shared/domain/listing.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { type Item, text } from "./attributes.ts";
import { cancellations } from "./failed-condition.ts";
import { followsOn } from "./follows-on.ts";
import {
  entryFromItem,
  entryKey,
  entryPlace,
  entryPlaces,
  entryPrefix,
  entryToItem,
  entryWithSecretFromItem,
  listingFromItem,
  listingIdIn,
  listingKey,
  listingStepFromItem,
  listingStepToItem,
  listingToItem,
  numberKey,
  numberToItem,
  positionIn,
  revisionOf,
  statePlaces,
  stepPrefix,
} from "./listing-items.ts";
import type { Listings } from "./listings.ts";
import { type PagedQuery, pagesOf } from "./pages.ts";
import { writeMany } from "./write-many.ts";

export const dynamoListings = (client: DynamoDBClient, TableName: string): Listings => {
  const pageOf = pagesOf(client, TableName);

  const read = async (Key: Item): Promise<Item | undefined> =>
    (await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item;

  /** All entries of a revision, of each what was asked for. */
  const inOrder = (partition: string, attributes: string): PagedQuery => ({
    keyName: "item",
    places: entryPlaces,
    startAt: (place) => entryKey(partition, place),
    ConsistentRead: true,
    KeyConditionExpression: "listing = :listing AND begins_with(#item, :prefix)",
    ProjectionExpression: `#item, ${attributes}`,
    ExpressionAttributeNames: { "#item": "item" },
    ExpressionAttributeValues: { ":listing": text(partition), ":prefix": text(entryPrefix) },
  });

  return {
    read: async (listingId) => {
      const item = await read(listingKey(listingId));
      return item && listingFromItem(item);
    },

    readSteps: async (listingId) => {
      const pages = paginateQuery(
        { client },
        {
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: "listing = :listing AND begins_with(#item, :prefix)",
          ExpressionAttributeNames: { "#item": "item" },
          ExpressionAttributeValues: { ":listing": text(listingId), ":prefix": text(stepPrefix) },
        },
      );
      const steps: RecordedListingStep[] = [];
      for await (const { Items = [] } of pages) steps.push(...Items.map(listingStepFromItem));
      return steps;
    },

    record: async (listing, recorded) => {
      try {
        await client.send(
          new TransactWriteItemsCommand({ TransactItems: listingWrites(TableName, listing, recorded) }),
        );
        return "recorded";
      } catch (cause) {
        if (cancellations(cause)) return "overtaken";
        throw new Error("listing not changed", { cause });
      }
    },

    putEntries: async (listingId, revision, entries) => {
      const partition = revisionOf(listingId, revision);
      const items = entries.flatMap((one) => [entryToItem(partition, one), numberToItem(partition, one.entry)]);
      const parts = Array.from({ length: Math.ceil(items.length / atOnce) }, (_, at) =>
        items.slice(at * atOnce, (at + 1) * atOnce).map((Item) => ({ PutRequest: { Item } })),
      );
      await inParallel(parts, 8, (part) => writeMany(client, TableName, part));
    },

    entries: (listingId, revision, request) =>
      pageOf(inOrder(revisionOf(listingId, revision), "entry"), request, entryFromItem),

    entry: async (listingId, revision, applicationNumber) => {
      const partition = revisionOf(listingId, revision);
      const number = await read(numberKey(partition, applicationNumber));
      if (!number) return undefined;
      const item = await read(entryKey(partition, entryPlace(positionIn(number))));
      if (!item) throw new Error("a listing names an entry that is not there");
      return entryWithSecretFromItem(item);
    },

    entriesWithSecrets: (listingId, revision, request) =>
      pageOf(inOrder(revisionOf(listingId, revision), "entry, secret"), request, entryWithSecretFromItem),

    public: (request) =>
      pageOf(
        {
          keyName: "statePlace",
          places: statePlaces,
          startAt: (place) => ({
            state: text("public"),
            statePlace: text(place),
            listing: text(place.split("#")[1] ?? ""),
            item: text("current"),
          }),
          IndexName: "byState",
          ScanIndexForward: false,
          KeyConditionExpression: "#state = :state",
          ExpressionAttributeNames: { "#state": "state" },
          ExpressionAttributeValues: { ":state": text("public") },
        },
        request,
        listingIdIn,
      ),
  };
};

/** One step of a listing as writes of a transaction, on condition that it follows on what is there. */
export const listingWrites = (TableName: string, listing: Listing, recorded: RecordedListingStep) => [
  { Put: { TableName, Item: listingToItem(listing), ...followsOn(listing.version - 1, "listing") } },
  {
    Put: {
      TableName,
      Item: listingStepToItem(recorded),
      ConditionExpression: "attribute_not_exists(listing)",
    },
  },
];

// what BatchWriteItem takes in one call
const atOnce = 25;
