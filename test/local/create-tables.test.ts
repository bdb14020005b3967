import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import type * as z from "zod";
import { createTables } from "#local/create-tables.ts";
import type { ResourcesOf } from "#local/template/resources-of.ts";
import { tablesIn } from "#local/template/tables.ts";
import { embedded } from "./database/embedded.ts";

const tablesOf = (id: string, more: object = {}) => {
  const properties = {
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    BillingMode: "PAY_PER_REQUEST",
    ...more,
  };
  const resourcesOf: ResourcesOf = (_, schema) => [
    { id, properties: schema.parse(properties) as z.infer<typeof schema> },
  ];
  return tablesIn(resourcesOf);
};

const streamed = { StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" } };

describe("the tables of a template", () => {
  const connect = embedded();
  let name = "";
  let number = 0;
  beforeEach(() => {
    number += 1;
    name = `Things${number}`;
  });

  test("are made with their streams, and found again", async () => {
    await createTables(connect(), tablesOf(name, streamed));
    await createTables(connect(), tablesOf(name, streamed));

    const { Table } = await connect().send(new DescribeTableCommand({ TableName: name }));
    expect(Table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" });
    expect(Table?.LatestStreamArn).toBeDefined();
  });

  test("have no stream where the template names none", async () => {
    await createTables(connect(), tablesOf(name));

    const { Table } = await connect().send(new DescribeTableCommand({ TableName: name }));
    expect(Table?.LatestStreamArn).toBeUndefined();
  });

  test("are refused when they were made without the stream that is wanted now", async () => {
    await createTables(connect(), tablesOf(name));

    await expect(createTables(connect(), tablesOf(name, streamed))).rejects.toThrow("start with --fresh");
  });

  test("show a stream's old and new image, and other views are refused", () => {
    const keysOnly = { StreamSpecification: { StreamViewType: "KEYS_ONLY" } };

    expect(() => tablesOf(name, keysOnly)).toThrow("StreamViewType");
  });
});
