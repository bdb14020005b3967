import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { region } from "../template/resolve.ts";
import { S3Fault } from "./s3-fault.ts";

/** Who may sign. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What a signature says of itself. */
export interface Claim {
  /** `<key id>/20270101/<region>/s3/aws4_request` */
  readonly credential: string;
  readonly signature: string;
}

/**
 * AWS Signature Version 4.
 * @throws S3Fault when the text was not signed with the key, for this region and S3
 */
export const verifySignature = ({ credential, signature }: Claim, text: string, known: Credentials): void => {
  const [keyId, date = "", ...scope] = credential.split("/");
  if (keyId !== known.accessKeyId)
    throw new S3Fault(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
  if (scope.join("/") !== `${region}/s3/aws4_request`)
    throw new S3Fault(400, "AuthorizationHeaderMalformed", `The credential must be for ${region}/s3/aws4_request`);
  const signingKey = [date, ...scope].reduce<string | Buffer>(hmac, `AWS4${known.secretAccessKey}`);
  const expected = hmac(signingKey, text);
  const given = Buffer.from(signature, "hex");
  if (given.length === expected.length && timingSafeEqual(given, expected)) return;
  throw new S3Fault(
    403,
    "SignatureDoesNotMatch",
    "The request signature we calculated does not match the signature you provided.",
  );
};

export const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data);

/** `20270101T093000Z` as milliseconds since 1970, or NaN. */
export const timeOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
