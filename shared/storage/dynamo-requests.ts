import { gunzipSync, gzipSync } from "node:zlib";
import { type DynamoDBClient, GetItemCommand, PutItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { type Item, text, textIn, whole, wholeIn } from "./attributes.ts";
import { failedCondition } from "./failed-condition.ts";
import type { KeptAnswer, Requests, Run, Taken } from "./requests.ts";

export const dynamoRequests = (client: DynamoDBClient, TableName: string): Requests => {
  const putUnlessTaken = async (run: Run): Promise<boolean> => {
    const command = new PutItemCommand({
      TableName,
      Item: runToItem(run),
      // free, expired, or left behind by a run of the same request that was killed
      ConditionExpression:
        "attribute_not_exists(#key) OR expiresAt <= :second OR " +
        "(#state = :running AND bodyHash = :bodyHash AND leaseUntil <= :at)",
      ExpressionAttributeNames: { "#key": "key", "#state": "state" },
      ExpressionAttributeValues: {
        ":second": whole(Math.floor(run.at / 1000)),
        ":running": text("running"),
        ":bodyHash": text(run.bodyHash),
        ":at": whole(run.at),
      },
    });
    return await unlessCondition(async () => await client.send(command));
  };

  const read = async (key: string): Promise<Item | undefined> => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName, Key: { key: text(key) }, ConsistentRead: true }),
    );
    return Item;
  };

  const endRun = async ({ key, runId }: Run, ending: string, values: Item): Promise<void> => {
    const command = new UpdateItemCommand({
      TableName,
      Key: { key: text(key) },
      UpdateExpression: ending,
      ConditionExpression: "runId = :runId AND #state = :running",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: { ":runId": text(runId), ":running": text("running"), ...values },
    });
    await unlessCondition(async () => await client.send(command));
  };

  return {
    take: async (run) => {
      // what stood in the way may be gone by the time it is read
      for (let attempt = 1; attempt <= 3; attempt++) {
        if (await putUnlessTaken(run)) return { state: "taken" };
        const standing = await read(run.key);
        const taken = standing && takenBy(standing, run);
        if (taken) return taken;
      }
      throw new Error("an idempotency key was neither free nor taken");
    },

    keep: async (run, answer) =>
      await endRun(run, "SET #state = :done, answer = :answer REMOVE leaseUntil", {
        ":done": text("done"),
        ":answer": packed(answer),
      }),

    release: async (run) => await endRun(run, "SET leaseUntil = :at", { ":at": whole(run.at) }),
  };
};

const takenBy = (item: Item, { bodyHash, at, runId }: Run): Taken | undefined => {
  // this very run took it: the first answer got lost and the client tried again
  if (textIn(item, "runId") === runId) return { state: "taken" };
  if (wholeIn(item, "expiresAt") <= Math.floor(at / 1000)) return undefined;
  if (textIn(item, "bodyHash") !== bodyHash) return { state: "reused" };
  if (textIn(item, "state") === "done") return { state: "done", answer: unpacked(item) };
  return wholeIn(item, "leaseUntil") > at ? { state: "running" } : undefined;
};

const unlessCondition = async (write: () => Promise<unknown>): Promise<boolean> => {
  try {
    await write();
    return true;
  } catch (thrown) {
    if (failedCondition(thrown)) return false;
    throw thrown;
  }
};

const runToItem = ({ key, bodyHash, runId, leaseUntil, expiresAt }: Run): Item => ({
  key: text(key),
  state: text("running"),
  bodyHash: text(bodyHash),
  runId: text(runId),
  leaseUntil: whole(leaseUntil),
  // TTL counts in seconds
  expiresAt: whole(Math.ceil(expiresAt / 1000)),
});

// the answer to a batch of 500 records would not fit into an item as it is
const packed = (answer: KeptAnswer) => ({ B: gzipSync(JSON.stringify(answer)) });

const unpacked = (item: Item): KeptAnswer => {
  const bytes = item.answer?.B;
  if (bytes === undefined) throw new Error("a finished request holds no answer");
  return JSON.parse(gunzipSync(bytes).toString());
};
