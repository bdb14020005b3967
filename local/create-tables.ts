import { isDeepStrictEqual } from "node:util";
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ListTablesCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import type { TableDefinition } from "./template/tables.ts";

/**
 * Creates the tables of the template that are not there yet.
 * @throws Error when one is there with other keys, indexes or stream
 */
export const createTables = async (client: DynamoDBClient, tables: readonly TableDefinition[]): Promise<void> => {
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  for (const table of tables) {
    if (TableNames.includes(table.name)) await compare(client, table);
    else await create(client, table);
  }
};

const create = async (client: DynamoDBClient, { name, expiresBy, ...definition }: TableDefinition): Promise<void> => {
  await client.send(new CreateTableCommand({ TableName: name, BillingMode: "PAY_PER_REQUEST", ...definition }));
  if (expiresBy === undefined) return;
  const TimeToLiveSpecification = { AttributeName: expiresBy, Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification }));
};

const compare = async (client: DynamoDBClient, { name, ...definition }: TableDefinition): Promise<void> => {
  const { Table = {} } = await client.send(new DescribeTableCommand({ TableName: name }));
  const shapeOf = ({
    KeySchema,
    GlobalSecondaryIndexes = [],
    StreamSpecification,
  }: typeof Table | typeof definition) => [
    KeySchema,
    StreamSpecification,
    GlobalSecondaryIndexes.map(({ IndexName, KeySchema }) => [IndexName, KeySchema]),
  ];
  if (isDeepStrictEqual(shapeOf(Table), shapeOf(definition))) return;
  throw new Error(`the table ${name} was made with other keys, indexes or stream: start with --fresh to make it anew`);
};
