import { GetObjectCommand, HeadObjectCommand } from "@aws-sdk/client-s3";
import { describe, expect, test } from "vitest";
import { aKey, type Connect, digestOf, formFor, refusal, upload } from "./a-bucket.ts";

export const forms = (connect: Connect) =>
  describe("a signed form", () => {
    const isThere = async (Key: string): Promise<boolean> => {
      const { s3, bucket: Bucket } = connect();
      return (await refusal(s3.send(new HeadObjectCommand({ Bucket, Key })))) !== "NotFound";
    };

    test("uploads what it was signed for", async () => {
      const { s3, bucket: Bucket } = connect();
      const Key = aKey();

      const { status, text, headers } = await upload(await formFor(connect(), Key, "a diploma"), "a diploma");

      expect([status, text]).toEqual([204, ""]);
      const { Body, ContentType, ContentLength, ETag, ChecksumSHA256 } = await s3.send(
        new GetObjectCommand({ Bucket, Key, ChecksumMode: "ENABLED" }),
      );
      expect(await Body?.transformToString()).toBe("a diploma");
      expect([ContentType, ContentLength, ETag]).toEqual(["application/pdf", 9, headers.get("etag")]);
      expect(ChecksumSHA256).toBe(digestOf("a diploma"));
    });

    test("can be used again until it expires, and the last upload stands", async () => {
      const { s3, bucket: Bucket } = connect();
      const Key = aKey();
      const form = await formFor(connect(), Key, "", { Fields: { "Content-Type": "text/plain" } });

      await upload(form, "the first");
      await upload(form, "the second");

      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      expect(await Body?.transformToString()).toBe("the second");
    });

    test.for([
      ["no byte", "", "EntityTooSmall", 400],
      ["a byte more than it allows", "123456789012345678901", "EntityTooLarge", 400],
      ["other bytes than those whose digest it names", "a forgery", "BadDigest", 400],
    ] as const)("refuses %s", async ([, bytes, code, status]) => {
      const Key = aKey();

      expect(await upload(await formFor(connect(), Key, "a diploma"), bytes)).toMatchObject({ code, status });
      expect(await isThere(Key)).toBe(false);
    });

    test.for([
      ["another key", { key: "quarantine/r-2/m" }, "AccessDenied"],
      ["another content type", { "Content-Type": "text/html" }, "AccessDenied"],
      ["another digest", { "x-amz-checksum-sha256": "AAAA" }, "AccessDenied"],
      ["a field that nobody signed", { "x-amz-meta-by": "me" }, "AccessDenied"],
      ["another signature", { "X-Amz-Signature": "00".repeat(32) }, "SignatureDoesNotMatch"],
      [
        "another policy",
        { Policy: Buffer.from('{"expiration":"2099-01-01T00:00:00Z"}').toString("base64") },
        "SignatureDoesNotMatch",
      ],
      ["another signer", { "X-Amz-Credential": "somebody/20270101/local/s3/aws4_request" }, "InvalidAccessKeyId"],
    ] as const)("refuses %s", async ([, changed, code]) => {
      const Key = aKey();
      const { url, fields } = await formFor(connect(), Key, "a diploma");

      expect(await upload({ url, fields: { ...fields, ...changed } }, "a diploma")).toMatchObject({
        code,
        status: 403,
      });
      expect(await isThere(Key)).toBe(false);
    });

    test.for(["Content-Type", "key", "x-amz-checksum-sha256"])("refuses to go without its field %s", async (name) => {
      const { url, fields } = await formFor(connect(), aKey(), "a diploma");
      const { [name]: _, ...others } = fields;

      expect((await upload({ url, fields: others }, "a diploma")).status).toBeOneOf([400, 403]);
    });

    test("refuses once it has expired", async () => {
      const form = await formFor(connect(), aKey(), "a diploma", { Expires: -1 });

      expect(await upload(form, "a diploma")).toMatchObject({ code: "AccessDenied", status: 403 });
    });

    test("is nothing without a file", async () => {
      const { url, fields } = await formFor(connect(), aKey(), "a diploma");
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);

      expect((await fetch(url, { method: "POST", body: form })).status).toBe(400);
    });
  });
