import { describe, expect, test } from "vitest";
import { environments } from "#infra/environments.ts";
import { type TableDefinition, tableNames, tables } from "#shared/storage/tables.ts";
import { deployed, environmentNames } from "./deployed.ts";

interface Key {
  readonly AttributeName: string;
  readonly KeyType: "HASH" | "RANGE";
}

interface Table {
  readonly KeySchema: readonly Key[];
  readonly BillingMode: string;
  readonly GlobalSecondaryIndexes?: readonly {
    readonly IndexName: string;
    readonly KeySchema: readonly Key[];
    readonly Projection: unknown;
  }[];
  readonly TimeToLiveSpecification?: { readonly AttributeName: string };
  readonly StreamSpecification?: { readonly StreamViewType: string };
  readonly SSESpecification: unknown;
  readonly Replicas: readonly [
    {
      readonly Region: string;
      readonly DeletionProtectionEnabled: boolean;
      readonly PointInTimeRecoverySpecification: unknown;
      readonly SSESpecification?: { readonly KMSMasterKeyId: unknown };
    },
  ];
}

describe.each(environmentNames)("in %s", (environment) => {
  const service = deployed(environment);
  const found = service.all<Table>("AWS::DynamoDB::GlobalTable");
  const { keepsData, region } = environments[environment];

  test("there are the tables that storage writes into, with their keys and indexes", () => {
    const shapes = found.map(({ name, properties }) => [
      name,
      {
        keys: keysOf(properties.KeySchema),
        indexes: (properties.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema, Projection }) => {
          expect(Projection).toEqual({ ProjectionType: "KEYS_ONLY" });
          return { name: IndexName, keys: keysOf(KeySchema) };
        }),
        expiresBy: properties.TimeToLiveSpecification?.AttributeName,
        stream: properties.StreamSpecification?.StreamViewType === "NEW_AND_OLD_IMAGES",
      },
    ]);

    expect(Object.fromEntries(shapes)).toEqual(
      Object.fromEntries(tableNames.map((name) => [name, shapeOf(tables[name])])),
    );
    expect(found).toHaveLength(tableNames.length);
  });

  test("every table lies in the environment's region, is paid by use, and can be put back to an earlier second", () => {
    for (const { properties } of found) {
      expect(properties.BillingMode).toBe("PAY_PER_REQUEST");
      expect(properties.Replicas).toEqual([
        expect.objectContaining({
          Region: region,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      ]);
    }
  });

  test("identities lie under a key of their own, the rest under DynamoDB's", () => {
    for (const { name, properties } of found) {
      const [{ SSESpecification }] = properties.Replicas;
      expect(SSESpecification && service.target(SSESpecification.KMSMasterKeyId)).toBe(
        name === "identities" ? "key at rest" : undefined,
      );
    }
  });

  test("data are deleted with the stack only where they are not kept", () => {
    const keptTypes = ["AWS::DynamoDB::GlobalTable", "AWS::KMS::Key", "AWS::SecretsManager::Secret", "AWS::SQS::Queue"];

    for (const { deletionPolicy } of keptTypes.flatMap((type) => service.all(type)))
      expect(deletionPolicy).toBe(keepsData ? "Retain" : "Delete");
    for (const { properties } of found) expect(properties.Replicas[0].DeletionProtectionEnabled).toBe(keepsData);
  });

  test("keys are renewed every year", () => {
    for (const { properties } of service.all<{ readonly EnableKeyRotation: boolean }>("AWS::KMS::Key"))
      expect(properties.EnableKeyRotation).toBe(true);
  });
});

test("in production data are kept", () => {
  expect(environments.china.keepsData).toBe(true);
});

const keysOf = (keys: readonly Key[]) => ({
  partition: keys.find(({ KeyType }) => KeyType === "HASH")?.AttributeName,
  sort: keys.find(({ KeyType }) => KeyType === "RANGE")?.AttributeName,
});

const shapeOf = ({ keys, indexes, expiresBy, stream }: TableDefinition) => ({
  keys: { partition: keys.partition, sort: keys.sort },
  indexes,
  expiresBy,
  stream,
});
