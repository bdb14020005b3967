import * as z from "zod";
import { ignored } from "./ignored.ts";
import type { ResourcesOf } from "./resources-of.ts";

const Bucket = z.strictObject({
  LifecycleConfiguration: z
    .strictObject({
      Rules: z.array(
        z.strictObject({
          Status: z.literal("Enabled"),
          Prefix: z.string().default(""),
          ExpirationInDays: z.int().min(1).optional(),
          // an upload here comes in one part
          AbortIncompleteMultipartUpload: ignored,
          Id: ignored,
        }),
      ),
    })
    .optional(),
  NotificationConfiguration: z
    .strictObject({
      QueueConfigurations: z.array(
        z.strictObject({
          Event: z.enum(["s3:ObjectCreated:*", "s3:ObjectCreated:Post", "s3:ObjectCreated:Put"]),
          Queue: z.string(),
          Filter: z
            .strictObject({
              S3Key: z.strictObject({
                Rules: z.array(z.strictObject({ Name: z.enum(["prefix", "suffix"]), Value: z.string() })),
              }),
            })
            .optional(),
        }),
      ),
    })
    .optional(),
  // nothing is encrypted here, nobody else can reach it, and it is called by its logical id
  BucketEncryption: ignored,
  BucketName: ignored,
  OwnershipControls: ignored,
  PublicAccessBlockConfiguration: ignored,
  Tags: ignored,
});

/** One bucket. The name is the logical id, since that is what a Ref gives. */
export interface BucketDefinition {
  readonly name: string;
  /** Of the objects whose keys begin so, how many days each is kept. */
  readonly expiries: readonly { readonly prefix: string; readonly days: number }[];
  readonly notifications: readonly BucketNotification[];
}

/** Which queue hears of which new objects. */
export interface BucketNotification {
  readonly event: string;
  readonly queue: string;
  readonly prefix: string;
  readonly suffix: string;
}

export const bucketsIn = (resourcesOf: ResourcesOf): readonly BucketDefinition[] =>
  resourcesOf("AWS::S3::Bucket", Bucket).map(({ id, properties }) => ({
    name: id,
    expiries: (properties.LifecycleConfiguration?.Rules ?? []).flatMap(({ Prefix, ExpirationInDays }) =>
      ExpirationInDays === undefined ? [] : [{ prefix: Prefix, days: ExpirationInDays }],
    ),
    notifications: (properties.NotificationConfiguration?.QueueConfigurations ?? []).map(({ Event, Queue, Filter }) => {
      const ruled = (name: string) => Filter?.S3Key.Rules.find(({ Name }) => Name === name)?.Value ?? "";
      return {
        event: Event,
        queue: Queue.split(":").at(-1) ?? "",
        prefix: ruled("prefix"),
        suffix: ruled("suffix"),
      };
    }),
  }));
