import * as z from "zod";
import { ignored } from "./ignored.ts";
import type { ResourcesOf } from "./resources-of.ts";

const Keys = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }));

const Shape = {
  AttributeDefinitions: z.array(z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(["S", "N", "B"]) })),
  KeySchema: Keys,
  GlobalSecondaryIndexes: z
    .array(
      z.strictObject({
        IndexName: z.string(),
        KeySchema: Keys,
        Projection: z.strictObject({
          ProjectionType: z.enum(["ALL", "KEYS_ONLY", "INCLUDE"]),
          NonKeyAttributes: z.array(z.string()).exactOptional(),
        }),
      }),
    )
    .exactOptional(),
};

const Table = z.strictObject({
  ...Shape,
  BillingMode: z.literal("PAY_PER_REQUEST"),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string(), Enabled: z.literal(true) }).optional(),
  StreamSpecification: z.strictObject({ StreamViewType: z.literal("NEW_AND_OLD_IMAGES") }).optional(),
  // where copies lie, how they are encrypted and backed up, and who may delete them
  Replicas: z.array(z.unknown()).max(1).optional(),
  SSESpecification: ignored,
});

/** What CreateTable is given. The name is the logical id, since that is what a Ref gives. */
export interface TableDefinition extends z.infer<z.ZodObject<typeof Shape>> {
  readonly name: string;
  readonly expiresBy: string | undefined;
  readonly StreamSpecification?: { readonly StreamEnabled: true; readonly StreamViewType: "NEW_AND_OLD_IMAGES" };
}

export const tablesIn = (resourcesOf: ResourcesOf): readonly TableDefinition[] =>
  resourcesOf("AWS::DynamoDB::GlobalTable", Table).map(({ id, properties }) => ({
    name: id,
    AttributeDefinitions: properties.AttributeDefinitions,
    KeySchema: properties.KeySchema,
    ...(properties.GlobalSecondaryIndexes && { GlobalSecondaryIndexes: properties.GlobalSecondaryIndexes }),
    expiresBy: properties.TimeToLiveSpecification?.AttributeName,
    ...(properties.StreamSpecification && {
      StreamSpecification: { StreamEnabled: true, ...properties.StreamSpecification },
    }),
  }));
