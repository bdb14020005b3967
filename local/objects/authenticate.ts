import { S3Fault } from "./s3-fault.ts";
import type { S3Request } from "./s3-request.ts";
import { type Claim, type Credentials, sha256, timeOf, verifySignature } from "./signing.ts";

/** A signature over a request, and for how long it is good. */
interface RequestClaim extends Claim {
  readonly date: string;
  readonly signedHeaders: readonly string[];
  readonly payloadHash: string;
  readonly seconds: number;
}

/**
 * Lets through what was signed, in its header or in its query, and not too long ago.
 * @throws S3Fault
 */
export const authenticate = (request: S3Request, known: Credentials): void => {
  const claim = request.query.has("X-Amz-Signature") ? claimInQuery(request) : claimInHeader(request);
  const { signedHeaders, date, seconds, credential } = claim;
  const unsigned = Object.keys(request.headers).find(
    (name) => (name === "host" || name.startsWith("x-amz-")) && !signedHeaders.includes(name),
  );
  if (unsigned !== undefined) throw new S3Fault(403, "AccessDenied", `The header ${unsigned} was not signed`);

  const scope = credential.split("/").slice(1).join("/");
  const text = ["AWS4-HMAC-SHA256", date, scope, sha256(canonicalRequest(request, claim)).digest("hex")].join("\n");
  verifySignature(claim, text, known);
  const age = Date.now() - timeOf(date);
  if (!(age <= seconds * 1000)) throw new S3Fault(403, "AccessDenied", "Request has expired");
  if (age < -maximumSkewSeconds * 1000) throw new S3Fault(403, "AccessDenied", "Request is not yet valid");
};

const maximumSkewSeconds = 15 * 60;
const week = 7 * 24 * 60 * 60;

const claimInQuery = ({ query }: S3Request): RequestClaim => {
  const said = (name: string) => query.get(`X-Amz-${name}`) ?? "";
  const seconds = Number(said("Expires"));
  if (said("Algorithm") !== "AWS4-HMAC-SHA256" || !(seconds >= 1 && seconds <= week))
    throw new S3Fault(400, "AuthorizationQueryParametersError", `X-Amz-Expires must be from 1 to ${week}`);
  return {
    credential: said("Credential"),
    signature: said("Signature"),
    date: said("Date"),
    signedHeaders: said("SignedHeaders").split(";"),
    payloadHash: said("Content-Sha256") || "UNSIGNED-PAYLOAD",
    seconds,
  };
};

const claimInHeader = ({ headers }: S3Request): RequestClaim => {
  const form = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/;
  const [, credential, signedHeaders, signature] = form.exec(headers.authorization ?? "") ?? [];
  if (!credential || !signedHeaders || !signature) throw new S3Fault(403, "AccessDenied", "Access Denied");
  return {
    credential,
    signature,
    date: String(headers["x-amz-date"]),
    signedHeaders: signedHeaders.split(";"),
    payloadHash: String(headers["x-amz-content-sha256"]),
    seconds: maximumSkewSeconds,
  };
};

const canonicalRequest = ({ method, path, query, headers }: S3Request, claim: RequestClaim): string =>
  [
    method,
    path,
    [...query]
      .filter(([name]) => name !== "X-Amz-Signature")
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .toSorted()
      .join("&"),
    ...claim.signedHeaders.map((name) => `${name}:${String(headers[name]).trim().replaceAll(/ +/g, " ")}`),
    "",
    claim.signedHeaders.join(";"),
    claim.payloadHash,
  ].join("\n");

const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
