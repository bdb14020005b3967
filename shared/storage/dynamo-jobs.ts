import { type DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { type Item, json, jsonIn, text, whole } from "./attributes.ts";
import { failedCondition } from "./failed-condition.ts";
import type { Job, Jobs, ShardProgress } from "./jobs.ts";
import type { Shard } from "./shards.ts";

export const dynamoJobs = (client: DynamoDBClient, TableName: string): Jobs => {
  const putIf = async (Item: Item, condition: Condition): Promise<boolean> => {
    try {
      await client.send(new PutItemCommand({ TableName, Item, ...condition }));
      return true;
    } catch (cause) {
      if (failedCondition(cause)) return false;
      throw new Error("job not stored", { cause });
    }
  };

  const get = async (Key: Item): Promise<Item | undefined> =>
    (await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item;

  return {
    read: async (jobId) => {
      const item = await get(jobKey(jobId));
      return item && jobFromItem(item);
    },

    put: (job) => putIf(jobToItem(job), { ConditionExpression: "attribute_not_exists(jobId)" }),

    replace: (before, after) => {
      if (after.jobId !== before.jobId) throw new Error(`job ${before.jobId} cannot become ${after.jobId}`);
      return putIf(jobToItem(after), {
        ConditionExpression: "#state = :state AND #run = :run",
        ExpressionAttributeNames: { "#state": "state", "#run": "run" },
        ExpressionAttributeValues: { ":state": text(before.state), ":run": whole(before.run) },
      });
    },

    readShard: async (jobId, shard) => {
      const item = await get(shardKey(jobId, shard));
      return item && shardFromItem(item);
    },

    readShards: async (jobId) => {
      // 32 items of a few hundred bytes are one page of a query
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: "jobId = :jobId AND begins_with(#item, :shard)",
          ExpressionAttributeNames: { "#item": "item" },
          ExpressionAttributeValues: { ":jobId": text(jobId), ":shard": text("shard#") },
        }),
      );
      return Items.map(shardFromItem);
    },

    saveShard: (progress) => putIf(shardToItem(progress), follows(progress)),
  };
};

interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Item;
}

/** The client sends again what it got no answer to: what this worker has saved already is no other worker's page. */
const follows = ({ page, worker }: ShardProgress): Condition => ({
  ConditionExpression: `${page === 1 ? "attribute_not_exists(jobId)" : "#page = :before"} OR (#page = :page AND #worker = :worker)`,
  ExpressionAttributeNames: { "#page": "page", "#worker": "worker" },
  ExpressionAttributeValues: {
    ":page": whole(page),
    ":worker": text(worker),
    ...(page > 1 && { ":before": whole(page - 1) }),
  },
});

const jobKey = (jobId: string): Item => ({ jobId: text(jobId), item: text("current") });

const shardKey = (jobId: string, shard: Shard): Item => ({ jobId: text(jobId), item: text(`shard#${shard}`) });

const jobToItem = (job: Job): Item => ({
  ...jobKey(job.jobId),
  state: text(job.state),
  run: whole(job.run),
  job: json(job),
});

const jobFromItem = (item: Item): Job => jsonIn(item, "job");

const shardToItem = (progress: ShardProgress): Item => ({
  ...shardKey(progress.jobId, progress.shard),
  page: whole(progress.page),
  worker: text(progress.worker),
  progress: json(progress),
});

const shardFromItem = (item: Item): ShardProgress => jsonIn(item, "progress");
