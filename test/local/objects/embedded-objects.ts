import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { type Objects, startObjects } from "#local/objects/start-objects.ts";
import type { BucketDefinition } from "#local/template/buckets.ts";
import type { Connect } from "./contract/a-bucket.ts";

/** As a template writes it: what is new in quarantine is told, and goes after a day. */
export const evidence: BucketDefinition = {
  name: "Evidence",
  expiries: [{ prefix: "quarantine/", days: 1 }],
  notifications: [{ event: "s3:ObjectCreated:*", queue: "Uploads", prefix: "quarantine/", suffix: "" }],
};

export const credentials = { accessKeyId: "local", secretAccessKey: "local" };

/** A client as the functions' own. */
export const clientOf = (endpoint: string): S3Client =>
  new S3Client({
    endpoint,
    region: "local",
    credentials,
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: 1,
  });

/** A store that lives as long as the tests around it. */
export const embedded = (directory?: () => string): Connect => {
  let objects: Objects;
  let s3: S3Client;
  beforeAll(async () => {
    objects = await startObjects({
      buckets: [evidence],
      credentials,
      now: Date.now,
      sendToQueue: () => {},
      ...(directory && { directory: directory() }),
    });
    s3 = clientOf(objects.endpoint);
  });
  afterAll(async () => {
    s3.destroy();
    await objects.close();
  });
  return () => ({ s3, bucket: evidence.name });
};

/** A store for one test, with all that its queue hears. */
export const aStore = async ({ directory, now = Date.now }: { directory?: string; now?: () => number } = {}) => {
  const heard: string[] = [];
  const objects = await startObjects({
    buckets: [evidence],
    credentials,
    now,
    sendToQueue: (queue, body) => heard.push(`${queue} ${body}`),
    ...(directory !== undefined && { directory }),
  });
  const s3 = clientOf(objects.endpoint);
  onTestFinished(async () => {
    s3.destroy();
    await objects.close();
  });
  return { objects, s3, heard, bucket: evidence.name };
};

/** A directory that goes with the test. */
export const aDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), "objects-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
};
