import type { BucketDefinition } from "../template/buckets.ts";
import { accountId, region } from "../template/resolve.ts";
import type { Notice, StoredObject } from "./stored-objects.ts";

/** How an object came to be: `ObjectCreated:Post`, `ObjectCreated:Put`. */
export type CreatedBy = "Post" | "Put";

/** What the bucket's queues are to hear of a new object, as S3 writes it. */
export const noticesOf = (
  { notifications }: BucketDefinition,
  object: StoredObject,
  createdBy: CreatedBy,
): readonly Notice[] =>
  notifications
    .filter(({ event }) => event.endsWith(":*") || event.endsWith(`:${createdBy}`))
    .filter(({ prefix, suffix }) => object.key.startsWith(prefix) && object.key.endsWith(suffix))
    .map(({ queue }) => ({ queue, body: JSON.stringify({ Records: [recordOf(object, createdBy)] }) }));

const recordOf = ({ bucket, key, bytes, etag, writtenAt }: StoredObject, createdBy: CreatedBy) => ({
  eventVersion: "2.1",
  eventSource: "aws:s3",
  awsRegion: region,
  eventTime: new Date(writtenAt).toISOString(),
  eventName: `ObjectCreated:${createdBy}`,
  userIdentity: { principalId: `AWS:${accountId}` },
  requestParameters: { sourceIPAddress: "127.0.0.1" },
  responseElements: {},
  s3: {
    s3SchemaVersion: "1.0",
    configurationId: "template",
    bucket: { name: bucket, ownerIdentity: { principalId: accountId }, arn: `arn:aws:s3:::${bucket}` },
    // slashes stay as they are, blanks become +
    object: {
      key: encodeURIComponent(key).replaceAll("%2F", "/").replaceAll("%20", "+"),
      size: bytes.length,
      eTag: etag,
      sequencer: writtenAt.toString(16).toUpperCase().padStart(16, "0"),
    },
  },
});
