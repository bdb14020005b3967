import { PutObjectCommand } from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { startObjects } from "#local/objects/start-objects.ts";
import { formFor, upload } from "./contract/a-bucket.ts";
import { aDirectory, aStore, clientOf, credentials, evidence } from "./embedded-objects.ts";

test("a queue hears of every upload under its prefix, as S3 writes it", async () => {
  const store = await aStore({ now: () => Date.parse("2027-01-01T09:30:00Z") });
  const Key = "quarantine/r-1/居住证 1.pdf";

  await upload(await formFor(store, Key, "a diploma"), "a diploma");
  await store.s3.send(new PutObjectCommand({ Bucket: "Evidence", Key: "kept/r-1/m-1", Body: Buffer.from("a") }));

  expect(store.heard).toHaveLength(1);
  const [queue, body = ""] = store.heard[0]?.split(/ (.*)/) ?? [];
  expect(queue).toBe("Uploads");
  expect(JSON.parse(body).Records).toMatchObject([
    {
      eventVersion: "2.1",
      eventSource: "aws:s3",
      eventTime: "2027-01-01T09:30:00.000Z",
      eventName: "ObjectCreated:Post",
      s3: {
        bucket: { name: "Evidence", arn: "arn:aws:s3:::Evidence" },
        object: { key: "quarantine/r-1/%E5%B1%85%E4%BD%8F%E8%AF%81+1.pdf", size: 9 },
      },
    },
  ]);
});

test("nothing is heard of an upload that was refused", async () => {
  const store = await aStore();

  await upload(await formFor(store, "quarantine/r-1/m-1", "a diploma"), "a forgery");

  expect(store.heard).toEqual([]);
});

test("what a queue could not be told is told at the next start", async () => {
  const directory = aDirectory();
  const sendToQueue = () => {
    throw new Error("the queue is away");
  };
  const first = await startObjects({ buckets: [evidence], credentials, now: Date.now, sendToQueue, directory });
  const s3 = clientOf(first.endpoint);
  const told = await upload(await formFor({ s3, bucket: "Evidence" }, "quarantine/r-1/m-1", "a"), "a");
  s3.destroy();
  await first.close();

  const { heard, objects } = await aStore({ directory });

  expect(told.status).toBe(500);
  expect(heard.map((each) => each.split(" ")[0])).toEqual(["Uploads"]);
  expect(objects.counts()).toEqual({ Evidence: { objects: 1, bytes: 1 } });
});
