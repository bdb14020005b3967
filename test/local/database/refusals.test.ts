import {
  type AttributeValue,
  CreateBackupCommand,
  CreateTableCommand,
  ExecuteStatementCommand,
  type PutItemCommandInput,
  UpdateTableCommand,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { startDatabase } from "#local/database/start-database.ts";
import { freshKey, n, scratchTable } from "./contract/scratch-table.ts";
import { embedded } from "./embedded.ts";

const refusal = (what: string) => `${what} is not implemented: this engine implements only what the template uses`;

describe("refused by name", () => {
  const connect = embedded();
  const table = scratchTable(connect);
  const { TableName } = table;

  test.each([
    ["ExecuteStatement", () => connect().send(new ExecuteStatementCommand({ Statement: "SELECT * FROM x" }))],
    ["CreateBackup", () => connect().send(new CreateBackupCommand({ TableName, BackupName: "backup" }))],
    ["UpdateTable", () => connect().send(new UpdateTableCommand({ TableName, BillingMode: "PAY_PER_REQUEST" }))],
  ] as const)("the operation %s", async (name, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ name: "UnknownOperationException", message: refusal(name) });
  });

  test.each([
    ["SSESpecification", { Enabled: true }],
    ["Tags", [{ Key: "a", Value: "b" }]],
  ])("a table with %s", async (member, value) => {
    const attempt = connect().send(
      new CreateTableCommand({
        TableName: "any",
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [{ AttributeName: "key", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "key", KeyType: "HASH" }],
        [member]: value,
      }),
    );

    await expect(attempt).rejects.toMatchObject({ name: "ValidationException", message: refusal(member) });
  });

  test.each<[string, Partial<PutItemCommandInput>]>([
    ["ReturnConsumedCapacity", { ReturnConsumedCapacity: "TOTAL" }],
    ["Expected", { Expected: { version: { Exists: false } } }],
  ])("%s of a request", async (member, more) => {
    const key = freshKey();

    await expect(table.put(key, more)).rejects.toMatchObject({ message: refusal(member) });

    expect(await table.read(key)).toBeUndefined();
  });

  test.each<[string, AttributeValue]>([
    ["list", { L: [n(1)] }],
    ["map", { M: { a: n(1) } }],
  ])("a condition on a whole %s, which would never hold", async (_, value) => {
    const attempt = table.put(freshKey(), {
      ConditionExpression: "version = :one OR (NOT details = :value)",
      ExpressionAttributeValues: { ":one": n(1), ":value": value },
    });

    await expect(attempt).rejects.toMatchObject({ message: refusal("comparing whole lists or maps") });
  });

  test("the removal of a list's element, which would remove its neighbour", async () => {
    const attempt = table.update(freshKey(), { UpdateExpression: "REMOVE steps[0], steps[1]" });

    await expect(attempt).rejects.toMatchObject({ message: refusal("removing an element of a list") });
  });

  test("what dynalite trips over is an error of that request alone", async () => {
    const key = freshKey();
    await table.put({ ...key, isOpen: { BOOL: true }, isShut: { BOOL: false } });

    const attempt = table.query({
      KeyConditionExpression: "residentId = :r",
      FilterExpression: "begins_with(isOpen, isShut)",
      ExpressionAttributeValues: { ":r": key.residentId },
      ConsistentRead: true,
    });

    await expect(attempt).rejects.toMatchObject({ name: "InternalServerError" });
    expect(await table.read(key)).toMatchObject(key);
  });
});

test("what is no operation of the database or its streams is refused by name, and what is no request as such", async () => {
  const database = await startDatabase();
  const post = async (target: string, body: string) => {
    const response = await fetch(database.endpoint, { method: "POST", headers: { "x-amz-target": target }, body });
    return { status: response.status, ...((await response.json()) as object) };
  };

  expect(await post("DynamoDBStreams_20120810.PutItem", "{}")).toEqual({
    status: 400,
    __type: "com.amazonaws.dynamodb.v20120810#UnknownOperationException",
    message: refusal("DynamoDBStreams_20120810.PutItem"),
  });
  expect(await post("DynamoDBStreams_20120810.ListStreams", '{ "Limit": 1 }')).toMatchObject({
    status: 400,
    message: expect.stringContaining("Limit"),
  });
  expect(await post("DynamoDB_20120810.PutItem", "{")).toMatchObject({
    status: 400,
    __type: expect.stringContaining("SerializationException"),
  });
  expect(await post("DynamoDB_20120810.toString", "{}")).toMatchObject({ message: refusal("toString") });
  await database.close();
});
