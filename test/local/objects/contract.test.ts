import { S3Client } from "@aws-sdk/client-s3";
import { describe } from "vitest";
import { scratchDirectory } from "../database/embedded.ts";
import type { Connect } from "./contract/a-bucket.ts";
import { forms } from "./contract/forms.cases.ts";
import { objects } from "./contract/objects.cases.ts";
import { presigned } from "./contract/presigned.cases.ts";
import { embedded } from "./embedded-objects.ts";

const contract = (connect: Connect) => {
  for (const suite of [objects, forms, presigned]) suite(connect);
};

const bucket = process.env.S3_BUCKET;

if (bucket === undefined) {
  describe("the store in memory", () => contract(embedded()));

  describe("the store on disk", () => contract(embedded(scratchDirectory())));
} else {
  describe(`the bucket ${bucket}`, () => {
    // endpoint, region and credentials come from the environment, as for any program
    const s3 = new S3Client({ forcePathStyle: true });
    contract(() => ({ s3, bucket }));
  });
}
