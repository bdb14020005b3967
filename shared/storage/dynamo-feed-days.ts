import { type DynamoDBClient, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { type AreaCode, coveringAreas } from "#shared/domain/area.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Department } from "#shared/domain/department.ts";
import { type Item, text, textIn } from "./attributes.ts";
import { failedCondition } from "./failed-condition.ts";
import type { FeedDays, LastBatchDays } from "./feed-days.ts";
import { latestDays } from "./latest-days.ts";

export const dynamoFeedDays = (client: DynamoDBClient, TableName: string): FeedDays => {
  const daysOf = async (area: AreaCode): Promise<LastBatchDays> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "feed = :feed",
        ExpressionAttributeValues: { ":feed": feedOf(area) },
      }),
    );
    return Object.fromEntries(Items.map(fromItem));
  };

  return {
    lastHeard: async (area) => latestDays(await Promise.all(coveringAreas(area).map(daysOf))),

    heard: async (area, department, day) => {
      try {
        await client.send(
          new PutItemCommand({
            TableName,
            Item: toItem(area, department, day),
            ConditionExpression: "attribute_not_exists(feed) OR lastDay < :lastDay",
            ExpressionAttributeValues: { ":lastDay": text(day) },
          }),
        );
      } catch (cause) {
        if (!failedCondition(cause)) throw new Error("day of the feed not noted", { cause });
      }
    },
  };
};

const feedOf = (area: AreaCode) => text(`silence#${area}`);

const toItem = (area: AreaCode, department: Department, day: CalendarDate): Item => ({
  feed: feedOf(area),
  item: text(department),
  lastDay: text(day),
});

const fromItem = (item: Item): readonly [Department, CalendarDate] => [
  textIn(item, "item") as Department,
  textIn(item, "lastDay") as CalendarDate,
];
