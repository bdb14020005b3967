import { type DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import type { ProgrammeId } from "#shared/domain/programme.ts";
import type { PartTask, SettlementProgress } from "#shared/domain/settlement.ts";
import { type Item, json, jsonIn, text, whole } from "./attributes.ts";
import { failedCondition } from "./failed-condition.ts";
import type { Settlements } from "./settlements.ts";

/** In the table of jobs, each run of a settlement as a job of its own. */
export const dynamoSettlements = (client: DynamoDBClient, TableName: string): Settlements => ({
  readPart: async (part) => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: partKey(part), ConsistentRead: true }));
    return Item && progressFromItem(Item);
  },

  readParts: async (programmeId, run) => {
    const found: SettlementProgress[] = [];
    let ExclusiveStartKey: Record<string, Item[string]> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: "jobId = :jobId",
          ExpressionAttributeValues: { ":jobId": text(jobIdOf(programmeId, run)) },
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
        }),
      );
      found.push(...Items.map(progressFromItem));
      ExclusiveStartKey = LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return found;
  },

  savePart: async (progress) => {
    try {
      await client.send(new PutItemCommand({ TableName, Item: progressToItem(progress), ...follows(progress) }));
      return true;
    } catch (cause) {
      if (failedCondition(cause)) return false;
      throw new Error("progress of a settlement not stored", { cause });
    }
  },
});

/** The client sends again what it got no answer to: what this worker has saved already is no other worker's page. */
const follows = ({ page, worker }: SettlementProgress) => ({
  ConditionExpression: `${page === 1 ? "attribute_not_exists(jobId)" : "#page = :before"} OR (#page = :page AND #worker = :worker)`,
  ExpressionAttributeNames: { "#page": "page", "#worker": "worker" },
  ExpressionAttributeValues: {
    ":page": whole(page),
    ":worker": text(worker),
    ...(page > 1 && { ":before": whole(page - 1) }),
  },
});

const jobIdOf = (programmeId: ProgrammeId, run: number): string => `settlement-${programmeId}-${run}`;

const partKey = ({ programmeId, run, phase, part }: Omit<PartTask, "of">): Item => ({
  jobId: text(jobIdOf(programmeId, run)),
  item: text(`${phase}#${part}`),
});

const progressToItem = (progress: SettlementProgress): Item => ({
  ...partKey(progress),
  page: whole(progress.page),
  worker: text(progress.worker),
  progress: json(progress),
});

const progressFromItem = (item: Item): SettlementProgress => jsonIn(item, "progress");
