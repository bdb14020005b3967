import { type DynamoDBClient, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { RecordedStep, Review, ReviewStepType } from "#shared/domain/review.ts";
import { isOpen } from "#shared/domain/review-machine.ts";
import { text } from "./attributes.ts";
import { letterPut } from "./dynamo-letters.ts";
import { appending } from "./dynamo-residents.ts";
import { reviewReads } from "./dynamo-review-reads.ts";
import { cancellations } from "./failed-condition.ts";
import { followsOn } from "./follows-on.ts";
import { messagePut } from "./message-put.ts";
import { openLineKey, openLineToItem, reviewToItem, stepToItem } from "./review-items.ts";
import type { Reviews, Together } from "./reviews.ts";

/** The tables that one step of a review may write into; whoever takes only such steps as touch no other needs no other. */
export interface ReviewTables {
  readonly reviews: string;
  readonly residents?: string;
  readonly messages?: string;
  readonly letters?: string;
}

export const dynamoReviews = (client: DynamoDBClient, tables: ReviewTables): Reviews => {
  const TableName = tables.reviews;
  return {
    ...reviewReads(client, TableName),

    record: async (review, recorded, together) => {
      const line = lineWrites(TableName, review, recorded);
      const TransactItems = [
        {
          Put: {
            TableName,
            Item: reviewToItem(review, together.nextDay, recorded.on),
            ...followsOn(review.version - 1),
          },
        },
        { Put: { TableName, Item: stepToItem(recorded), ConditionExpression: isNew } },
        ...line,
        ...writesTogether(tables, together),
      ];
      try {
        await client.send(new TransactWriteItemsCommand({ TransactItems }));
        return "recorded";
      } catch (cause) {
        const cancelled = cancellations(cause);
        if (!cancelled) throw new Error("review not changed", { cause });
        const onlyTheLine = cancelled.every((reason, at) =>
          at === 2 && line.length > 0 ? reason === "condition" : reason === "none",
        );
        return onlyTheLine ? "line-open" : "overtaken";
      }
    },
  };
};

/** While a review is open its line has no other. */
const lineWrites = (TableName: string, review: Review, { step }: RecordedStep) => {
  const isFree = "attribute_not_exists(residentId) OR reviewId = :reviewId";
  const own = { ExpressionAttributeValues: { ":reviewId": text(review.reviewId) } };
  if (opening.has(step.type)) {
    return [{ Put: { TableName, Item: openLineToItem(review), ConditionExpression: isFree, ...own } }];
  }
  if (!closing.has(step.type) || isOpen(review.state)) return [];
  const Key = openLineKey(review.residentId, review.line);
  return [{ Delete: { TableName, Key, ConditionExpression: "reviewId = :reviewId", ...own } }];
};

const opening: ReadonlySet<ReviewStepType> = new Set(["submitted", "appealed", "reopening-agreed"]);
const closing: ReadonlySet<ReviewStepType> = new Set(["decided", "withdrawn", "lapsed"]);

const writesTogether = (tables: ReviewTables, { dossier, messages = [], letters = [] }: Together) => [
  ...(dossier ? appending(named(tables.residents), dossier.dossier, dossier.recorded) : []),
  ...messages.map((message) => messagePut(named(tables.messages), message)),
  ...letters.map((letter) => letterPut(named(tables.letters), letter)),
];

const named = (table: string | undefined): string => {
  if (table === undefined) throw new Error("a step writes into a table that was not given");
  return table;
};

const isNew = "attribute_not_exists(residentId)";
