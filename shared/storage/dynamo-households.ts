import {
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { householdOf } from "#shared/domain/household.ts";
import type { RecordedRelationStep, Relation } from "#shared/domain/relation.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { type Item, text } from "./attributes.ts";
import { cancellations } from "./failed-condition.ts";
import { followsOn } from "./follows-on.ts";
import {
  holdersOf,
  relationFromItem,
  relationKey,
  relationPrefix,
  relationStepFromItem,
  relationStepPrefix,
  relationStepToItem,
  relationToItem,
  spouseKey,
  spouseToItem,
} from "./household-items.ts";
import type { Households } from "./households.ts";
import { messagePut } from "./message-put.ts";

/** `messages`: for whoever takes steps of which somebody is told. */
export const dynamoHouseholds = (
  client: DynamoDBClient,
  tables: { readonly households: string; readonly messages?: string },
): Households => {
  const TableName = tables.households;

  const itemsOf = async (residentId: ResidentId, prefix: string): Promise<readonly Item[]> => {
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
  const ofPerson: Households["ofPerson"] = async (residentId) =>
    (await itemsOf(residentId, relationPrefix)).map(relationFromItem);

  return {
    ofPerson,

    read: async (residentId, relationId) => {
      const Key = relationKey(residentId, relationId);
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      return Item && relationFromItem(Item);
    },

    readSteps: async (proposer, relationId) =>
      (await itemsOf(proposer, relationStepPrefix(relationId))).map(relationStepFromItem),

    confirmedOf: async (residentId) => householdOf(residentId, await ofPerson(residentId)),

    record: async (relation, recorded, messages) => {
      const marks = spouseWrites(TableName, relation, recorded);
      const TransactItems = [
        ...marks,
        ...holdersOf(relation).map((holder) => ({
          Put: { TableName, Item: relationToItem(holder, relation), ...followsOn(relation.version - 1) },
        })),
        { Put: { TableName, Item: relationStepToItem(recorded), ConditionExpression: isNew } },
        ...messages.map((message) => messagePut(tables.messages, message)),
      ];
      try {
        await client.send(new TransactWriteItemsCommand({ TransactItems }));
        return "recorded";
      } catch (cause) {
        const cancelled = cancellations(cause);
        if (!cancelled) throw new Error("relation not changed", { cause });
        const onlyTheMarks = cancelled.every(
          (reason, at) => reason === "none" || (at < marks.length && reason === "condition"),
        );
        return onlyTheMarks ? "spouse-there" : "overtaken";
      }
    },
  };
};

/** While a marriage is confirmed, neither of the two has another. */
const spouseWrites = (TableName: string, relation: Relation, { step }: RecordedRelationStep) => {
  const { kind, proposer, relative, relationId } = relation;
  if (kind !== "spouse") return [];
  const both = [proposer, relative];
  if (step.type === "confirmed") {
    return both.map((one) => ({ Put: { TableName, Item: spouseToItem(one, relation), ConditionExpression: isNew } }));
  }
  if (step.type !== "ended") return [];
  const own = {
    ConditionExpression: "relationId = :relationId",
    ExpressionAttributeValues: { ":relationId": text(relationId) },
  };
  return both.map((one) => ({ Delete: { TableName, Key: spouseKey(one), ...own } }));
};

const isNew = "attribute_not_exists(residentId)";
