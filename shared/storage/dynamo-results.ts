import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { ApplicationNumber } from "#shared/domain/application.ts";
import type { ProgrammeId } from "#shared/domain/programme.ts";
import { type HandedResult, isNews, type NumberedResult } from "#shared/domain/settlement.ts";
import { type Item, json, jsonIn, sortable, text, whole, wholeIn } from "./attributes.ts";
import { batchGet } from "./batch-get.ts";
import { cancellations, failedCondition } from "./failed-condition.ts";
import type { HandOver, Results } from "./results.ts";

export const dynamoResults = (client: DynamoDBClient, TableName: string): Results => {
  const get = async (Key: Item): Promise<Item | undefined> =>
    (await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item;

  const lastOf = async (programmeId: ProgrammeId): Promise<number> => {
    const item = await get(lastKey(programmeId));
    return item ? wholeIn(item, "last") : 0;
  };

  const readHandOver = async (programmeId: ProgrammeId): Promise<HandOver> => {
    const [last, item] = await Promise.all([lastOf(programmeId), get(acknowledgedKey(programmeId))]);
    return { last, acknowledged: item ? wholeIn(item, "through") : 0 };
  };

  const appendTogether = async (programmeId: ProgrammeId, results: readonly Omit<HandedResult, "corrects">[]) => {
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const [last, toldItems] = await Promise.all([
        lastOf(programmeId),
        batchGet(client, TableName, {
          Keys: results.map(({ applicationNumber }) => toldKey(programmeId, applicationNumber)),
        }),
      ]);
      const told = new Map(
        toldItems.map((item): [ApplicationNumber, HandedResult] => {
          const result = jsonIn<HandedResult>(item, "told");
          return [result.applicationNumber, result];
        }),
      );
      const news = results
        .filter((result) => isNews(told.get(result.applicationNumber), result))
        .map((result) => ({ ...result, corrects: told.has(result.applicationNumber) }));
      if (news.length === 0) return;
      const put = (Item: Item) => ({ Put: { TableName, Item } });
      const TransactItems = [
        { Put: { TableName, Item: lastToItem(programmeId, last + news.length), ...isLast(last) } },
        ...news.flatMap((result, at) => [
          put(resultToItem(programmeId, { ...result, sequence: last + 1 + at })),
          put(toldToItem(programmeId, result)),
        ]),
      ];
      try {
        await client.send(new TransactWriteItemsCommand({ TransactItems }));
        return;
      } catch (cause) {
        // whoever came first has moved the end: every append goes through it, so that nothing is told twice
        if (!cancellations(cause)) throw new Error("results not appended", { cause });
      }
    }
    throw new Error(`results of ${programmeId} kept being appended by others`);
  };

  return {
    append: async (programmeId, results) => {
      for (let at = 0; at < results.length; at += mostTogether) {
        await appendTogether(programmeId, results.slice(at, at + mostTogether));
      }
    },

    after: async (programmeId, sequence, limit) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          Limit: limit,
          KeyConditionExpression: "programmeId = :programmeId AND #item BETWEEN :from AND :to",
          ExpressionAttributeNames: { "#item": "item" },
          ExpressionAttributeValues: {
            ":programmeId": text(programmeId),
            ":from": text(`result#${sortable(sequence + 1)}`),
            ":to": text("result#~"),
          },
        }),
      );
      return Items.map((item) => jsonIn<NumberedResult>(item, "result"));
    },

    readHandOver,

    acknowledge: async (programmeId, through) => {
      const known = Math.min(through, await lastOf(programmeId));
      try {
        await client.send(
          new PutItemCommand({
            TableName,
            Item: { ...acknowledgedKey(programmeId), through: whole(known) },
            ConditionExpression: "attribute_not_exists(programmeId) OR #through < :through",
            ExpressionAttributeNames: { "#through": "through" },
            ExpressionAttributeValues: { ":through": whole(known) },
          }),
        );
      } catch (cause) {
        // as far, or farther, has been acknowledged before
        if (!failedCondition(cause)) throw new Error("acknowledgement not stored", { cause });
      }
      return readHandOver(programmeId);
    },
  };
};

/** Two items each and the end: half of what a transaction takes. */
const mostTogether = 25;
const mostAttempts = 10;

const isLast = (last: number) =>
  last === 0
    ? { ConditionExpression: "attribute_not_exists(programmeId)" }
    : {
        ConditionExpression: "#last = :last",
        ExpressionAttributeNames: { "#last": "last" },
        ExpressionAttributeValues: { ":last": whole(last) },
      };

const key = (programmeId: ProgrammeId, item: string): Item => ({ programmeId: text(programmeId), item: text(item) });

const lastKey = (programmeId: ProgrammeId): Item => key(programmeId, "last");

const acknowledgedKey = (programmeId: ProgrammeId): Item => key(programmeId, "acknowledged");

const toldKey = (programmeId: ProgrammeId, applicationNumber: ApplicationNumber): Item =>
  key(programmeId, `told#${applicationNumber}`);

const lastToItem = (programmeId: ProgrammeId, last: number): Item => ({ ...lastKey(programmeId), last: whole(last) });

const toldToItem = (programmeId: ProgrammeId, result: HandedResult): Item => ({
  ...toldKey(programmeId, result.applicationNumber),
  told: json(result),
});

const resultToItem = (programmeId: ProgrammeId, result: NumberedResult): Item => ({
  ...key(programmeId, `result#${sortable(result.sequence)}`),
  result: json(result),
});
