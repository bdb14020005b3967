import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { text, whole } from "./attributes.ts";
import { cancellations, failedCondition } from "./failed-condition.ts";
import { messagePut } from "./message-put.ts";
import { pagesOf } from "./pages.ts";
import { patiently } from "./patiently.ts";
import { residentIn, residentPlaces } from "./resident-places.ts";
import {
  areaShard,
  duePlaces,
  historyFromItem,
  historyPlaces,
  historyToItem,
  scoreFromItem,
  scoreKey,
  scoreToItem,
} from "./score-items.ts";
import type { Scores } from "./scores.ts";
import type { Basis } from "./stored-score.ts";

/** `outbox`: the table of messages, for whoever records scores. */
export const dynamoScores = (client: DynamoDBClient, TableName: string, outbox?: string): Scores => {
  const pageOf = pagesOf(client, TableName);

  return {
    read: async (residentId) => {
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: scoreKey(residentId), ConsistentRead: true }),
      );
      return Item && scoreFromItem(Item);
    },

    save: async (score, { replaces, history, message }) => {
      const condition = replaces ? newerThanReplaced(score.basis, replaces) : { ConditionExpression: isNew };
      const current = { TableName, Item: scoreToItem(score), ...condition };
      const together = [
        ...(history ? [{ Put: { TableName, Item: historyToItem(history), ConditionExpression: isNew } }] : []),
        ...(message ? [messagePut(outbox, message)] : []),
      ];
      try {
        await patiently(async () => {
          if (together.length === 0) return client.send(new PutItemCommand(current));
          return client.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: current }, ...together] }));
        });
        return "saved";
      } catch (cause) {
        if (failedCondition(cause) || cancellations(cause)?.[0] === "condition") return "overtaken";
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

const isNew = "attribute_not_exists(residentId)";

const newerThanReplaced = (basis: Basis, replaced: Basis) => ({
  ConditionExpression: `dossierVersion <= :v AND registryRevision <= :r AND asOf <= :d
    AND (dossierVersion < :v OR registryRevision < :r OR asOf < :d)
    AND dossierVersion = :replacedV AND registryRevision = :replacedR AND asOf = :replacedD`,
  ExpressionAttributeValues: {
    ":v": whole(basis.dossierVersion),
    ":r": whole(basis.registryRevision),
    ":d": text(basis.asOf),
    ":replacedV": whole(replaced.dossierVersion),
    ":replacedR": whole(replaced.registryRevision),
    ":replacedD": text(replaced.asOf),
  },
});
