import { RemovalPolicy } from "aws-cdk-lib";
import {
  type Attribute,
  AttributeType,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import {
  type KeyDefinition,
  type TableDefinition,
  type TableName,
  tableNames,
  tables,
} from "#shared/storage/tables.ts";

interface TablesProps {
  readonly keepsData: boolean;
  /** Encrypts the identities; the other tables hold opaque ids only and lie under DynamoDB's own key. */
  readonly identityKey: IKey;
}

/** All state of the service: on demand, recoverable to any second of the last 35 days. */
export class Tables extends Construct {
  readonly byName: Readonly<Record<TableName, TableV2>>;

  constructor(scope: Construct, id: string, { keepsData, identityKey }: TablesProps) {
    super(scope, id);
    const tableOf = (name: TableName) =>
      new TableV2(this, name, {
        ...shapeOf(tables[name]),
        encryption:
          name === "identities"
            ? TableEncryptionV2.customerManagedKey(identityKey)
            : TableEncryptionV2.dynamoOwnedKey(),
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
        deletionProtection: keepsData,
        removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      });
    this.byName = Object.fromEntries(tableNames.map((name) => [name, tableOf(name)])) as Record<TableName, TableV2>;
  }
}

const shapeOf = (definition: TableDefinition): TablePropsV2 => ({
  ...keysOf(definition.keys),
  globalSecondaryIndexes: definition.indexes.map(({ name, keys }) => ({
    indexName: name,
    projectionType: ProjectionType.KEYS_ONLY,
    ...keysOf(keys),
  })),
  ...(definition.expiresBy && { timeToLiveAttribute: definition.expiresBy }),
  ...(definition.stream && { dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES }),
});

const keysOf = ({ partition, sort }: KeyDefinition) => ({
  partitionKey: text(partition),
  ...(sort && { sortKey: text(sort) }),
});

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });
