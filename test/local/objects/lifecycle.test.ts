import { GetObjectCommand, NoSuchKey, PutObjectCommand } from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { aStore } from "./embedded-objects.ts";

test("an object goes at the first midnight UTC after its days, by the moved calendar, and others stay", async () => {
  let now = Date.parse("2027-01-01T09:30:00Z");
  const { s3, objects } = await aStore({ now: () => now });
  for (const Key of ["quarantine/r-1/m-1", "kept/r-1/m-1"])
    await s3.send(new PutObjectCommand({ Bucket: "Evidence", Key, Body: Buffer.from("12345") }));
  const get = (Key: string) => s3.send(new GetObjectCommand({ Bucket: "Evidence", Key }));

  now = Date.parse("2027-01-02T23:59:59Z");
  await get("quarantine/r-1/m-1");
  now = Date.parse("2027-01-03T00:00:00Z");

  await expect(get("quarantine/r-1/m-1")).rejects.toBeInstanceOf(NoSuchKey);
  await get("kept/r-1/m-1");
  expect(objects.counts()).toEqual({ Evidence: { objects: 1, bytes: 5 } });
});
