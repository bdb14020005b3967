import { S3Fault } from "./s3-fault.ts";
import type { S3Request } from "./s3-request.ts";

/** What a browser sends to upload a file: fields, by their names in lower case, and then the file. */
export interface UploadForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: Buffer;
}

/** @throws S3Fault when it is not a whole form with one file, which comes last */
export const uploadForm = async ({ headers, body }: S3Request): Promise<UploadForm> => {
  const contentType = headers["content-type"] ?? "";
  if (!contentType.startsWith("multipart/form-data"))
    throw new S3Fault(412, "PreconditionFailed", "Bucket POST must be of the enclosure-type multipart/form-data");
  const fields = new Map<string, string>();
  for (const [name, value] of await parts(contentType, body)) {
    if (typeof value === "string") fields.set(name.toLowerCase(), value);
    // what comes after the file is not looked at
    else return { fields, file: Buffer.from(await value.arrayBuffer()) };
  }
  throw new S3Fault(400, "InvalidArgument", "POST requires exactly one file upload per request.");
};

const parts = async (contentType: string, body: Buffer) => {
  try {
    return await new Response(new Uint8Array(body), { headers: { "content-type": contentType } }).formData();
  } catch {
    throw new S3Fault(
      400,
      "MalformedPOSTRequest",
      "The body of your POST request is not well-formed multipart/form-data.",
    );
  }
};
