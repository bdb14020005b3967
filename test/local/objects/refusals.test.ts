import {
  CopyObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { answerOf, formFor, refusal, upload } from "./contract/a-bucket.ts";
import { aStore, credentials } from "./embedded-objects.ts";

const at = { Bucket: "Evidence", Key: "kept/a" };
const Body = Buffer.from("12345");

test.for([
  ["a copy", new CopyObjectCommand({ ...at, CopySource: "Evidence/kept/b" }), "the header x-amz-copy-source"],
  ["a list", new ListObjectsV2Command({ Bucket: "Evidence" }), "the parameter list-type"],
  ["tags", new GetObjectTaggingCommand(at), "the parameter tagging"],
  ["part of an object", new GetObjectCommand({ ...at, Range: "bytes=0-9" }), "the header range"],
  ["a condition", new PutObjectCommand({ ...at, Body, IfNoneMatch: "*" }), "the header if-none-match"],
  ["metadata", new PutObjectCommand({ ...at, Body, Metadata: { by: "me" } }), "the header x-amz-meta-by"],
  ["a storage class", new PutObjectCommand({ ...at, Body, StorageClass: "GLACIER" }), "x-amz-storage-class"],
] as const)("%s, which isn't implemented, is refused by name", async ([, command, name]) => {
  const { s3 } = await aStore();

  // each command is another type to the client
  await expect(s3.send(command as GetObjectCommand)).rejects.toThrow(`${name} is not implemented on one machine`);
});

test("a form's field that isn't implemented is refused by name", async () => {
  const store = await aStore();

  const { status, text } = await upload(await formFor(store, "a", "", { Fields: { acl: "private" } }), "a");

  expect([status, /<Message>(.*?)</.exec(text)?.[1]]).toEqual([501, "the field acl is not implemented on one machine"]);
});

test("a bucket that the template doesn't know isn't there", async () => {
  const { s3 } = await aStore();

  expect(await refusal(s3.send(new GetObjectCommand({ Bucket: "Elsewhere", Key: "a" })))).toBe("NoSuchBucket");
});

test.for([
  ["another key", { secretAccessKey: "another" }, {}, "SignatureDoesNotMatch"],
  ["another name", { accessKeyId: "another" }, {}, "InvalidAccessKeyId"],
  ["for another region", {}, { region: "eu-west-1" }, "AuthorizationHeaderMalformed"],
  ["by a clock that is an hour slow", {}, { systemClockOffset: -3_600_000 }, "AccessDenied"],
  ["by a clock that is an hour fast", {}, { systemClockOffset: 3_600_000 }, "AccessDenied"],
] as const)("a call signed with %s is refused", async ([, who, config, code]) => {
  const { objects } = await aStore();
  const s3 = new S3Client({
    endpoint: objects.endpoint,
    region: "local",
    maxAttempts: 1,
    ...config,
    credentials: { ...credentials, ...who },
  });

  expect(await refusal(s3.send(new GetObjectCommand(at)))).toBe(code);
  s3.destroy();
});

test("bytes that were changed on the way are refused", async () => {
  const { s3, objects } = await aStore();
  s3.middlewareStack.add(
    (next) => (args) => {
      (args.request as { body: Buffer }).body = Buffer.from("12346");
      return next(args);
    },
    { step: "deserialize", priority: "low" },
  );

  const sent = s3.send(new PutObjectCommand({ ...at, Body }));

  expect(await refusal(sent)).toBe("XAmzContentSHA256Mismatch");
  expect(objects.counts()).toEqual({ Evidence: { objects: 0, bytes: 0 } });
});

test("whoever signs nothing gets nothing", async () => {
  const { objects } = await aStore();

  expect(await answerOf(await fetch(`${objects.endpoint}/Evidence/kept/a`))).toMatchObject({ status: 403 });
  expect(await answerOf(await fetch(`${objects.endpoint}/`))).toMatchObject({ code: "AccessDenied" });
});
