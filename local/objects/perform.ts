import { createHash } from "node:crypto";
import type { BucketDefinition } from "../template/buckets.ts";
import { authenticate } from "./authenticate.ts";
import { type CreatedBy, noticesOf } from "./created-event.ts";
import { verifyPolicy } from "./post-policy.ts";
import { notImplemented, S3Fault } from "./s3-fault.ts";
import type { S3Request } from "./s3-request.ts";
import { type Credentials, sha256 } from "./signing.ts";
import type { Notice, StoredObject, StoredObjects } from "./stored-objects.ts";
import { uploadForm } from "./upload-form.ts";

/** What requests are carried out on. */
export interface ObjectStore {
  readonly buckets: readonly BucketDefinition[];
  readonly objects: StoredObjects;
  readonly credentials: Credentials;
  /** In ms since 1970, by the moved calendar. */
  readonly now: () => number;
  readonly sendToQueue: (queue: string, body: string) => unknown;
}

export interface S3Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: Uint8Array;
}

/** @throws S3Fault */
export const perform = async (store: ObjectStore, request: S3Request): Promise<S3Answer> => {
  const operation = `${request.method} of ${request.key === "" ? "a bucket" : "an object"}`;
  if (operation === "POST of a bucket") return postObject(store, request);
  authenticate(request, store.credentials);
  assertImplemented(request);
  switch (operation) {
    case "PUT of an object":
      return putObject(store, request);
    case "GET of an object":
      return getObject(store, request);
    case "HEAD of an object":
      return { ...getObject(store, request), body: new Uint8Array() };
    case "DELETE of an object":
      store.objects.remove(bucketOf(store, request).name, request.key);
      return { status: 204, headers: {} };
    default:
      throw notImplemented(operation);
  }
};

/** Tells the queues what has not reached them yet. */
export const tellQueues = ({ objects, sendToQueue }: Pick<ObjectStore, "objects" | "sendToQueue">): void =>
  objects.tell(({ queue, body }: Notice) => void sendToQueue(queue, body));

/** A browser's upload: what may come was signed beforehand, as a policy. */
const postObject = async (store: ObjectStore, request: S3Request): Promise<S3Answer> => {
  if (request.headers["content-length"] === undefined)
    throw new S3Fault(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
  const bucket = bucketOf(store, request);
  const form = await uploadForm(request);
  verifyPolicy(form, bucket.name, store.credentials);
  const key = form.fields.get("key") ?? "";
  if (key === "" || /\$\{/.test(key)) throw notImplemented(`the key "${key}"`);
  const said = { contentType: form.fields.get("content-type"), checksum: form.fields.get("x-amz-checksum-sha256") };
  const etag = keep(store, bucket, { key, bytes: form.file, ...said }, "Post");
  return {
    status: 204,
    headers: { etag, location: `http://${request.headers.host}/${bucket.name}/${encodeURI(key)}` },
  };
};

const putObject = (store: ObjectStore, request: S3Request): S3Answer => {
  const { key, body, headers } = request;
  const signed = String(headers["x-amz-content-sha256"]);
  if (signed !== "UNSIGNED-PAYLOAD" && signed !== sha256(body).digest("hex"))
    throw new S3Fault(400, "XAmzContentSHA256Mismatch", "The provided x-amz-content-sha256 is not that of the body.");
  const checksum = headers["x-amz-checksum-sha256"];
  const said = {
    contentType: headers["content-type"],
    checksum: checksum === undefined ? undefined : String(checksum),
  };
  const etag = keep(store, bucketOf(store, request), { key, bytes: body, ...said }, "Put");
  return { status: 200, headers: { etag } };
};

interface Upload {
  readonly key: string;
  readonly bytes: Buffer;
  readonly contentType: string | undefined;
  readonly checksum: string | undefined;
}

/** Answers its ETag. */
const keep = (store: ObjectStore, bucket: BucketDefinition, upload: Upload, createdBy: CreatedBy): string => {
  const { key, bytes, contentType = "binary/octet-stream", checksum } = upload;
  if (checksum !== undefined && checksum !== sha256(bytes).digest("base64"))
    throw new S3Fault(400, "BadDigest", "The SHA256 you specified did not match the calculated checksum.");
  const object: StoredObject = {
    bucket: bucket.name,
    key,
    contentType,
    checksumSha256: checksum ?? null,
    etag: `"${createHash("md5").update(bytes).digest("hex")}"`,
    writtenAt: store.now(),
    bytes,
  };
  store.objects.put(object, noticesOf(bucket, object, createdBy));
  tellQueues(store);
  return object.etag;
};

const getObject = (store: ObjectStore, request: S3Request): S3Answer => {
  const { key, query, headers } = request;
  const object = store.objects.find(bucketOf(store, request).name, key);
  if (!object) throw new S3Fault(404, "NoSuchKey", "The specified key does not exist.");
  const disposition = query.get("response-content-disposition");
  const wantsChecksum = (headers["x-amz-checksum-mode"] ?? query.get("x-amz-checksum-mode")) === "ENABLED";
  return {
    status: 200,
    headers: {
      "content-type": query.get("response-content-type") ?? object.contentType,
      "content-length": object.bytes.length,
      etag: object.etag,
      "last-modified": new Date(object.writtenAt).toUTCString(),
      ...(disposition !== null && { "content-disposition": disposition }),
      ...(wantsChecksum && object.checksumSha256 !== null && { "x-amz-checksum-sha256": object.checksumSha256 }),
    },
    body: object.bytes,
  };
};

const bucketOf = ({ buckets }: ObjectStore, { bucket }: S3Request): BucketDefinition => {
  const found = buckets.find(({ name }) => name === bucket);
  if (!found) throw new S3Fault(404, "NoSuchBucket", "The specified bucket does not exist");
  return found;
};

/** What would have to be ignored is refused instead. */
const assertImplemented = ({ headers, query }: S3Request): void => {
  const header = Object.keys(headers).find(
    (name) => /^(x-amz-|if-|range$|content-(md5|encoding)$)/.test(name) && !implementedHeaders.test(name),
  );
  if (header !== undefined) throw notImplemented(`the header ${header}`);
  const parameter = [...query.keys()].find((name) => !implementedParameters.test(name));
  if (parameter !== undefined) throw notImplemented(`the parameter ${parameter}`);
};

const implementedHeaders =
  /^x-amz-(content-sha256|date|user-agent|security-token|checksum-(mode|sha256)|sdk-checksum-algorithm)$/;
const implementedParameters = /^(X-Amz-.*|x-id|x-amz-checksum-mode|response-content-(type|disposition))$/;
