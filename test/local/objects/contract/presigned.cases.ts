import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { beforeAll, describe, expect, test } from "vitest";
import { aKey, answerOf, type Connect } from "./a-bucket.ts";

export const presigned = (connect: Connect) =>
  describe("a signed address", () => {
    const Key = aKey();
    const address = (options: NonNullable<Parameters<typeof getSignedUrl>[2]> = { expiresIn: 60 }) => {
      const { s3, bucket: Bucket } = connect();
      const ResponseContentDisposition = 'inline; filename="m-1.pdf"';
      const asked = { Bucket, Key, ResponseContentType: "application/pdf", ResponseContentDisposition };
      return getSignedUrl(s3, new GetObjectCommand(asked), options);
    };
    const call = async (url: string, method = "GET") => answerOf(await fetch(url, { method }));

    beforeAll(async () => {
      const { s3, bucket: Bucket } = connect();
      await s3.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.from("a diploma") }));
    });

    test("gives the object to whoever has it, headed as was signed", async () => {
      const { status, text, headers } = await call(await address());

      expect([status, text]).toEqual([200, "a diploma"]);
      expect([headers.get("content-type"), headers.get("content-disposition")]).toEqual([
        "application/pdf",
        'inline; filename="m-1.pdf"',
      ]);
    });

    test("gives nothing once it has expired", async () => {
      const url = await address({ expiresIn: 60, signingDate: new Date(Date.now() - 61_000) });

      expect(await call(url)).toMatchObject({ status: 403, code: "AccessDenied" });
    });

    test.for([
      ["another key", (url: string) => url.replace(Key, "kept/r-2/m-2")],
      ["another heading", (url: string) => url.replace("application%2Fpdf", "text%2Fhtml")],
      ["a longer life", (url: string) => url.replace("X-Amz-Expires=60", "X-Amz-Expires=3600")],
      ["another signature", (url: string) => url.replace(/Signature=\w{4}/, "Signature=0000")],
      ["one parameter more", (url: string) => `${url}&response-cache-control=no-store`],
    ] as const)("is good for nothing with %s", async ([, change]) => {
      const url = await address();

      expect(change(url)).not.toBe(url);
      expect(await call(change(url))).toMatchObject({ status: 403, code: "SignatureDoesNotMatch" });
    });

    test("is good for reading only", async () => {
      expect(await call(await address(), "DELETE")).toMatchObject({ status: 403, code: "SignatureDoesNotMatch" });
    });

    test("is good for nothing with a header that nobody signed", async () => {
      const answer = await answerOf(await fetch(await address(), { headers: { "x-amz-request-payer": "requester" } }));

      expect(answer).toMatchObject({ status: 403, code: "AccessDenied" });
    });

    test("can't head the object with what no header can carry", async () => {
      const { s3, bucket: Bucket } = connect();
      const asked = { Bucket, Key, ResponseContentDisposition: 'inline; filename="居住证.pdf"' };

      expect(await call(await getSignedUrl(s3, new GetObjectCommand(asked)))).toMatchObject({
        status: 400,
        code: "InvalidArgument",
      });
    });

    test("is needed: without it there is nothing to see", async () => {
      const [path = ""] = (await address()).split("?");

      expect(await call(path)).toMatchObject({ status: 403, code: "AccessDenied" });
    });
  });
