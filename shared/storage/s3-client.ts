import { S3Client } from "@aws-sdk/client-s3";

/** The one client of a function for objects. Ten megabytes take longer than an item of a table. */
export const s3 = new S3Client({
  // the bucket stands in the path, so that a store with one host name serves as well
  forcePathStyle: true,
  // what matters is hashed by this service itself, with the hash that the sender declared
  requestChecksumCalculation: "WHEN_REQUIRED",
  responseChecksumValidation: "WHEN_REQUIRED",
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 10_000, throwOnRequestTimeout: true },
});
