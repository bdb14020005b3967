import type { KeySchemaElement } from "@aws-sdk/client-dynamodb";
import type { KeyDefinition, TableDefinition } from "#shared/storage/tables.ts";

/** What CreateTable is given for a table of this definition; without a stream. */
export const tableShape = ({ keys, indexes }: TableDefinition) => ({
  BillingMode: "PAY_PER_REQUEST" as const,
  AttributeDefinitions: [...new Set([keys, ...indexes.map((index) => index.keys)].flatMap(namesIn))].map(
    (AttributeName) => ({ AttributeName, AttributeType: "S" as const }),
  ),
  KeySchema: schemaOf(keys),
  ...(indexes.length > 0 && {
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: schemaOf(index.keys),
      Projection: { ProjectionType: "KEYS_ONLY" as const },
    })),
  }),
});

const namesIn = ({ partition, sort }: KeyDefinition): string[] =>
  sort === undefined ? [partition] : [partition, sort];

const schemaOf = ({ partition, sort }: KeyDefinition): KeySchemaElement[] => [
  { AttributeName: partition, KeyType: "HASH" },
  ...(sort === undefined ? [] : [{ AttributeName: sort, KeyType: "RANGE" as const }]),
];
