import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { Dossier, RecordedChange } from "#shared/domain/dossier.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import { text } from "./attributes.ts";
import { cancellations, failedCondition } from "./failed-condition.ts";
import { foldChanges } from "./fold-changes.ts";
import { followsOn } from "./follows-on.ts";
import { pagesOf } from "./pages.ts";
import { patiently } from "./patiently.ts";
import {
  changeFromItem,
  changeItem,
  changeToItem,
  dossierFromItem,
  dossierKey,
  dossierToItem,
  seenFromItem,
  seenKey,
  seenToItem,
  subjectFromItem,
} from "./resident-items.ts";
import { residentIn, residentPlaces } from "./resident-places.ts";
import type { Residents, Seen } from "./residents.ts";

export const dynamoResidents = (client: DynamoDBClient, TableName: string): Residents => {
  const pageOf = pagesOf(client, TableName);

  const readChanges: Residents["readChanges"] = async (residentId, through = latest, from = 0) => {
    const pages = paginateQuery(
      { client },
      {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "residentId = :residentId AND #item BETWEEN :first AND :last",
        ExpressionAttributeNames: { "#item": "item" },
        ExpressionAttributeValues: {
          ":residentId": text(residentId),
          ":first": text(changeItem(from)),
          ":last": text(changeItem(through)),
        },
      },
    );
    const changes: RecordedChange[] = [];
    for await (const { Items = [] } of pages) changes.push(...Items.map(changeFromItem));
    return changes;
  };

  const read: Residents["read"] = async (residentId) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName, Key: dossierKey(residentId), ConsistentRead: true }),
    );
    return Item && dossierFromItem(Item);
  };

  return {
    read,

    readSubject: async (residentId) => {
      const { Item } = await client.send(
        new GetItemCommand({
          TableName,
          Key: dossierKey(residentId),
          ConsistentRead: true,
          ProjectionExpression: "#version, #packed",
          ExpressionAttributeNames: { "#version": "version", "#packed": "packed" },
        }),
      );
      if (!Item) return undefined;
      const packed = subjectFromItem(residentId, Item);
      if (packed) return packed;
      const dossier = await read(residentId);
      return dossier && { residentId, version: dossier.version, subject: subjectOf(dossier) };
    },

    inShard: (shard, request) =>
      pageOf(
        {
          keyName: "residentId",
          places: residentPlaces,
          startAt: (place) => ({ shard: text(shard), residentId: text(place), item: text("current") }),
          IndexName: "byShard",
          KeyConditionExpression: "#shard = :shard",
          ExpressionAttributeNames: { "#shard": "shard" },
          ExpressionAttributeValues: { ":shard": text(shard) },
        },
        request,
        residentIn,
      ),

    readChanges,

    readVersion: async (residentId, version) => {
      const changes = await readChanges(residentId, version);
      return changes.at(-1)?.version === version ? foldChanges(changes) : undefined;
    },

    append: async (dossier, recorded, seen) => {
      const TransactItems = appending(TableName, dossier, recorded, seen);
      try {
        await client.send(new TransactWriteItemsCommand({ TransactItems }));
        return "appended";
      } catch (cause) {
        const cancelled = cancellations(cause);
        if (!cancelled) throw new Error("dossier not changed", { cause });
        return cancelled[2] === "condition" ? "seen-before" : "overtaken";
      }
    },

    readSeen: async (residentId, source, id) => {
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: seenKey(residentId, source, id), ConsistentRead: true }),
      );
      return Item && seenFromItem(Item);
    },

    remember: async (residentId, seen) => {
      try {
        await patiently(() =>
          client.send(
            new PutItemCommand({ TableName, Item: seenToItem(residentId, seen), ConditionExpression: isNew }),
          ),
        );
        return true;
      } catch (cause) {
        if (failedCondition(cause)) return false;
        throw new Error("record not remembered", { cause });
      }
    },
  };
};

/** The writes of one change, for the transaction that carries it. */
export const appending = (TableName: string, dossier: Dossier, recorded: RecordedChange, seen?: Seen) => [
  { Put: { TableName, Item: dossierToItem(dossier), ...followsOn(dossier.version - 1) } },
  { Put: { TableName, Item: changeToItem(recorded), ConditionExpression: isNew } },
  ...(seen ? [{ Put: { TableName, Item: seenToItem(dossier.residentId, seen), ConditionExpression: isNew } }] : []),
];

const latest = 9_999_999_999;

const isNew = "attribute_not_exists(residentId)";
