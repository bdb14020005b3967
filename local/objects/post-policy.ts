import * as z from "zod";
import { notImplemented, S3Fault } from "./s3-fault.ts";
import { type Credentials, verifySignature } from "./signing.ts";
import type { UploadForm } from "./upload-form.ts";

const field = z.string().transform((name) => name.toLowerCase());
const ofField = z
  .string()
  .startsWith("$")
  .pipe(z.transform((name: string) => name.slice(1).toLowerCase()));

/** What whoever signed the form allows to be uploaded with it. */
const PostPolicy = z.strictObject({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal("content-length-range"), z.int(), z.int()]),
      z.tuple([z.enum(["eq", "starts-with"]), ofField, z.string()]),
      // {"key": "a"} says ["eq", "$key", "a"]
      z.record(field, z.string()).transform((equal) => ["eq", ...(Object.entries(equal)[0] ?? ["", ""])] as const),
    ]),
  ),
});
type PostPolicy = z.infer<typeof PostPolicy>;

/**
 * Lets a form through that was signed, is not too old, and in which every field is as its policy says.
 * @throws S3Fault
 */
export const verifyPolicy = ({ fields, file }: UploadForm, bucket: string, known: Credentials): void => {
  const said = (name: string) => fields.get(name) ?? "";
  const policy = said("policy");
  if (policy === "" || said("x-amz-algorithm") !== "AWS4-HMAC-SHA256")
    throw new S3Fault(403, "AccessDenied", "Access Denied");
  verifySignature({ credential: said("x-amz-credential"), signature: said("x-amz-signature") }, policy, known);

  const { expiration, conditions } = parsed(policy);
  if (Date.parse(expiration) < Date.now()) throw refused("Policy expired.");
  const covered = new Set(["policy", "x-amz-signature", "bucket"]);
  for (const condition of conditions) {
    if (condition[0] === "content-length-range") {
      assertLength(file.length, condition);
      continue;
    }
    const [operator, name, value] = condition;
    const given = name === "bucket" ? bucket : said(name);
    covered.add(name);
    if (!(operator === "eq" ? given === value : given.startsWith(value)))
      throw refused(`Policy Condition failed: ["${operator}", "$${name}", "${value}"]`);
  }
  for (const name of fields.keys()) {
    if (!covered.has(name) && !name.startsWith("x-ignore-")) throw refused(`Extra input fields: ${name}`);
    if (!implemented.test(name)) throw notImplemented(`the field ${name}`);
  }
};

const implemented =
  /^(bucket|key|policy|content-type|x-amz-(algorithm|credential|date|security-token|signature|checksum-sha256)|x-ignore-.*)$/;

const parsed = (policy: string): PostPolicy => {
  try {
    return PostPolicy.parse(JSON.parse(Buffer.from(policy, "base64").toString()));
  } catch {
    throw new S3Fault(400, "InvalidPolicyDocument", "Invalid Policy: Invalid JSON.");
  }
};

const assertLength = (length: number, [, smallest, largest]: readonly [string, number, number]): void => {
  if (length < smallest)
    throw new S3Fault(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
  if (length > largest)
    throw new S3Fault(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
};

const refused = (why: string): S3Fault => new S3Fault(403, "AccessDenied", `Invalid according to Policy: ${why}`);
