import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { type Item, json, jsonIn, text } from "./attributes.ts";
import { failedCondition } from "./failed-condition.ts";
import type { Job, Jobs } from "./jobs.ts";

export const dynamoJobs = (client: DynamoDBClient, TableName: string): Jobs => ({
  read: async (jobId) => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: jobKey(jobId), ConsistentRead: true }));
    return Item && fromItem(Item);
  },

  put: async (job) => {
    try {
      await client.send(
        new PutItemCommand({ TableName, Item: toItem(job), ConditionExpression: "attribute_not_exists(jobId)" }),
      );
      return true;
    } catch (cause) {
      if (failedCondition(cause)) return false;
      throw new Error("job not stored", { cause });
    }
  },
});

const jobKey = (jobId: string): Item => ({ jobId: text(jobId), item: text("current") });

const toItem = (job: Job): Item => ({ ...jobKey(job.jobId), job: json(job) });

const fromItem = (item: Item): Job => jsonIn(item, "job");
