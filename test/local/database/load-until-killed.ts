import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type DynamoDBClient, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { n, s } from "./contract/scratch-table.ts";
import { clientOf } from "./embedded.ts";

/** By resident: the last version whose transaction was acknowledged. */
export type Acknowledged = ReadonlyMap<string, number>;

/**
 * Runs an engine as a process of its own, and kills it in the middle of a load, after so many changes: eight residents, each changed again and
 * again by a transaction that replaces `current` and adds a `change#n`.
 */
export const loadUntilKilled = async (directory: string, TableName: string, changes: number): Promise<Acknowledged> => {
  const script = fileURLToPath(new URL("database-process.ts", import.meta.url));
  const child = spawn(process.execPath, [script, directory], { stdio: ["ignore", "pipe", "inherit"] });
  const [endpoint] = await once(createInterface(child.stdout), "line");
  const client = clientOf(endpoint);
  const acknowledged = new Map<string, number>();
  let left = changes;

  const changeUntilKilled = async (residentId: string) => {
    acknowledged.set(residentId, 0);
    for (let version = 1; ; version += 1) {
      try {
        await change(client, TableName, residentId, version);
      } catch (error) {
        if (child.killed) return;
        throw error;
      }
      acknowledged.set(residentId, version);
      left -= 1;
      if (left === 0) child.kill("SIGKILL");
    }
  };
  const changing = Array.from({ length: 8 }, () => changeUntilKilled(randomUUID()));
  await Promise.all([once(child, "exit"), ...changing]);
  client.destroy();
  return acknowledged;
};

const change = (client: DynamoDBClient, TableName: string, residentId: string, version: number) =>
  client.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        {
          Put: {
            TableName,
            Item: {
              residentId: s(residentId),
              item: s("current"),
              version: n(version),
              // so that every change moves the index entry
              shardKey: s("all"),
              nextChangeOnResident: s(`${version}#${residentId}`),
            },
            ConditionExpression: "attribute_not_exists(residentId) OR version = :before",
            ExpressionAttributeValues: { ":before": n(version - 1) },
          },
        },
        {
          Put: {
            TableName,
            Item: {
              residentId: s(residentId),
              item: s(`change#${String(version).padStart(10, "0")}`),
              version: n(version),
            },
            ConditionExpression: "attribute_not_exists(residentId)",
          },
        },
      ],
    }),
  );
