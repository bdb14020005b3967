import { type DynamoDBClient, GetItemCommand, PutItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import type { Letter, LetterId } from "#shared/domain/letter.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { type Item, json, jsonIn, text } from "./attributes.ts";
import { failedCondition } from "./failed-condition.ts";
import type { Letters } from "./letters.ts";
import { newestFirst } from "./newest-letters.ts";

export const dynamoLetters = (client: DynamoDBClient, TableName: string): Letters => ({
  put: async (letter) => {
    try {
      await client.send(new PutItemCommand(letterPut(TableName, letter).Put));
      return true;
    } catch (cause) {
      if (failedCondition(cause)) return false;
      throw new Error("letter not stored", { cause });
    }
  },

  read: async (residentId, letterId) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName, Key: letterKey(residentId, letterId), ConsistentRead: true }),
    );
    return Item && letterFromItem(Item);
  },

  list: async (residentId) => {
    const pages = paginateQuery(
      { client },
      {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "residentId = :residentId",
        ExpressionAttributeValues: { ":residentId": text(residentId) },
      },
    );
    const letters: Letter[] = [];
    for await (const { Items = [] } of pages) letters.push(...Items.map(letterFromItem));
    return newestFirst(letters);
  },
});

/** The write of one letter, for the transaction that carries it: cancelled where the letter is there already. */
export const letterPut = (TableName: string, letter: Letter) => ({
  Put: { TableName, Item: letterToItem(letter), ConditionExpression: "attribute_not_exists(residentId)" },
});

const letterKey = (residentId: ResidentId, letterId: LetterId): Item => ({
  residentId: text(residentId),
  letterId: text(letterId),
});

const letterToItem = (letter: Letter): Item => ({
  ...letterKey(letter.residentId, letter.letterId),
  letter: json(letter),
});

const letterFromItem = (item: Item): Letter => jsonIn(item, "letter");
