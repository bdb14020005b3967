import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { describe, expect, test } from "vitest";
import { aKey, type Connect, digestOf, refusal } from "./a-bucket.ts";

export const objects = (connect: Connect) =>
  describe("an object", () => {
    const put = (Key: string, text: string, checksumOf = text) => {
      const { s3, bucket: Bucket } = connect();
      const ContentType = "image/png";
      const Body = Buffer.from(text);
      return s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, ChecksumSHA256: digestOf(checksumOf) }));
    };
    const get = (Key: string) => {
      const { s3, bucket: Bucket } = connect();
      return s3.send(new GetObjectCommand({ Bucket, Key }));
    };

    test.for(["kept/r-1/m-1", "kept/居住证 (1)+a&b=c!'*.png", "kept/a/b/../c"])(
      "is given back by its key: %s",
      async (key) => {
        await put(key, "bytes");

        const { Body, ContentType } = await get(key);

        expect([await Body?.transformToString(), ContentType]).toEqual(["bytes", "image/png"]);
      },
    );

    test("of ten megabytes comes back byte for byte", async () => {
      const key = aKey();
      const text = "0123456789abcdef".repeat(655_360);

      await put(key, text);

      expect(digestOf((await (await get(key)).Body?.transformToString()) ?? "")).toBe(digestOf(text));
    });

    test("whose bytes are not those of its digest is not kept", async () => {
      const key = aKey();

      expect(await refusal(put(key, "a forgery", "a diploma"))).toBe("BadDigest");
      await expect(get(key)).rejects.toBeInstanceOf(NoSuchKey);
    });

    test("is gone once it is deleted, and can be deleted again", async () => {
      const { s3, bucket: Bucket } = connect();
      const Key = aKey();
      await put(Key, "bytes");

      await s3.send(new DeleteObjectCommand({ Bucket, Key }));
      await s3.send(new DeleteObjectCommand({ Bucket, Key }));

      await expect(get(Key)).rejects.toBeInstanceOf(NoSuchKey);
      expect(await refusal(s3.send(new HeadObjectCommand({ Bucket, Key })))).toBe("NotFound");
    });

    test("can be asked about without its bytes", async () => {
      const { s3, bucket: Bucket } = connect();
      const Key = aKey();
      await put(Key, "bytes");

      const { ContentLength, ContentType } = await s3.send(new HeadObjectCommand({ Bucket, Key }));

      expect([ContentLength, ContentType]).toEqual([5, "image/png"]);
    });
  });
