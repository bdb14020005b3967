import { createHash, randomUUID } from "node:crypto";
import { type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { createPresignedPost, type PresignedPostOptions } from "@aws-sdk/s3-presigned-post";
import { expect } from "vitest";

/** A bucket that is nobody else's, and a client that may do everything with it. */
export interface ABucket {
  readonly s3: S3Client;
  readonly bucket: string;
}

export type Connect = () => ABucket;

/** A key that no other test uses. */
export const aKey = (): string => `quarantine/r-1/${randomUUID()}`;

export const digestOf = (bytes: string): string => createHash("sha256").update(bytes).digest("base64");

/** A form for exactly these bytes, unless something else is asked for. */
export const formFor = (
  { s3, bucket }: ABucket,
  Key: string,
  bytes: string,
  more: Partial<PresignedPostOptions> = {},
) =>
  createPresignedPost(s3, {
    Bucket: bucket,
    Key,
    Fields: { "Content-Type": "application/pdf", "x-amz-checksum-sha256": digestOf(bytes) },
    Conditions: [["content-length-range", 1, 20]],
    Expires: 600,
    ...more,
  });

/** What a browser does with a form: its fields, then the file. */
export const upload = async (
  { url, fields }: { readonly url: string; readonly fields: Readonly<Record<string, string>> },
  bytes: string,
): Promise<Answer> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new Blob([bytes]), "diploma.pdf");
  return answerOf(await fetch(url, { method: "POST", body: form }));
};

export interface Answer {
  readonly status: number;
  /** Of an error, as S3 names it. */
  readonly code: string | undefined;
  readonly text: string;
  readonly headers: Headers;
}

export const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  return { status: response.status, code: /<Code>(\w+)</.exec(text)?.[1], text, headers: response.headers };
};

/** The name of the error that the client gets. */
export const refusal = async (call: Promise<unknown>): Promise<string> => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(S3ServiceException);
  return error instanceof S3ServiceException ? error.name : "";
};
