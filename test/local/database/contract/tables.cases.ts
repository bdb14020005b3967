import { randomUUID } from "node:crypto";
import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { type Connect, eventually, freshKey, s, scratchTable } from "./scratch-table.ts";

const unknown = { name: "ResourceNotFoundException" };

export const tables = (connect: Connect) =>
  describe("tables", () => {
    const { TableName } = scratchTable(connect);

    const definition = (name: string, keys = ["key"]) => ({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST" as const,
      AttributeDefinitions: [{ AttributeName: "key", AttributeType: "S" as const }],
      KeySchema: keys.map((AttributeName) => ({ AttributeName, KeyType: "HASH" as const })),
    });

    test("a table is listed and described with its keys and indexes", async () => {
      const { TableNames } = await connect().send(new ListTablesCommand({}));
      const { Table } = await connect().send(new DescribeTableCommand({ TableName }));

      expect(TableNames).toContain(TableName);
      expect(Table).toMatchObject({
        TableName,
        TableStatus: "ACTIVE",
        KeySchema: [{ AttributeName: "residentId" }, { AttributeName: "item" }],
      });
      expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).toSorted()).toEqual([
        "byArea",
        "byShard",
        "due",
      ]);
    });

    test("a table cannot be made twice, nor on an undefined key", async () => {
      const attempt = (input: ReturnType<typeof definition>) => connect().send(new CreateTableCommand(input));

      await expect(attempt(definition(TableName))).rejects.toMatchObject({ name: "ResourceInUseException" });
      await expect(attempt(definition(`contract-${randomUUID()}`, ["other"]))).rejects.toMatchObject({
        name: "ValidationException",
      });
    });

    test("a deleted table is gone, and one made anew is empty", async () => {
      const name = `contract-${randomUUID()}`;
      const key = { key: s("a") };
      const isActive = () =>
        connect()
          .send(new DescribeTableCommand({ TableName: name }))
          .then(
            ({ Table }) => Table?.TableStatus === "ACTIVE",
            () => false,
          );
      const isGone = () =>
        connect()
          .send(new DescribeTableCommand({ TableName: name }))
          .then(
            () => false,
            (error: Error) => error.name === unknown.name,
          );
      const make = async () => {
        await connect().send(new CreateTableCommand(definition(name)));
        await eventually(isActive).toBe(true);
      };
      const remove = async () => {
        await connect().send(new DeleteTableCommand({ TableName: name }));
        await eventually(isGone).toBe(true);
      };
      await make();
      await connect().send(new PutItemCommand({ TableName: name, Item: key }));

      await remove();
      await make();

      expect((await connect().send(new GetItemCommand({ TableName: name, Key: key }))).Item).toBeUndefined();
      expect(
        (await connect().send(new GetItemCommand({ TableName: name, Key: key, ConsistentRead: true }))).Item,
      ).toBeUndefined();
      await remove();
    });

    test("a table that is not there is unknown to everything", async () => {
      const absent = `no-${TableName}`;

      await expect(connect().send(new DescribeTableCommand({ TableName: absent }))).rejects.toMatchObject(unknown);
      await expect(connect().send(new DeleteTableCommand({ TableName: absent }))).rejects.toMatchObject(unknown);
      await expect(connect().send(new GetItemCommand({ TableName: absent, Key: freshKey() }))).rejects.toMatchObject(
        unknown,
      );
      await expect(connect().send(new PutItemCommand({ TableName: absent, Item: freshKey() }))).rejects.toMatchObject(
        unknown,
      );
    });

    test("time to live is off until it is switched on", async () => {
      const state = async () => {
        const { TimeToLiveDescription } = await connect().send(new DescribeTimeToLiveCommand({ TableName }));
        return TimeToLiveDescription;
      };
      const switchOn = () =>
        connect().send(
          new UpdateTimeToLiveCommand({
            TableName,
            TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
          }),
        );

      expect(await state()).toEqual({ TimeToLiveStatus: "DISABLED" });
      expect(await switchOn()).toMatchObject({
        TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
      });
      expect((await state())?.TimeToLiveStatus).toBeOneOf(["ENABLING", "ENABLED"]);
      expect((await state())?.AttributeName).toBe("expiresAt");
      await expect(switchOn()).rejects.toMatchObject({ name: "ValidationException" });
    });
  });
