import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { keptPrefix, uploadPrefix } from "#shared/storage/evidence-keys.ts";
import type { EvidenceUse } from "../rights.ts";
import type { EvidenceBucket } from "./evidence-bucket.ts";

/** What a use of the evidence store comes to. Nobody reads what isn't checked but who checks it. */
export const evidenceStatements = (
  use: EvidenceUse,
  { bucket, key }: Pick<EvidenceBucket, "bucket" | "key">,
): readonly PolicyStatement[] => {
  const allow = (actions: readonly string[], ...resources: readonly string[]) =>
    new PolicyStatement({ actions: [...actions], resources: [...resources] });
  const uploads = bucket.arnForObjects(`${uploadPrefix}*`);
  const kept = bucket.arnForObjects(`${keptPrefix}*`);
  switch (use) {
    case "request":
      return [allow(["s3:PutObject"], uploads), allow(["kms:GenerateDataKey"], key.keyArn)];
    case "check":
      return [
        allow(["s3:GetObject", "s3:DeleteObject"], uploads),
        allow(["s3:PutObject", "s3:DeleteObject"], kept),
        // without it an upload that is gone looks like one that is forbidden
        allow(["s3:ListBucket"], bucket.bucketArn),
        allow(["kms:Decrypt", "kms:GenerateDataKey"], key.keyArn),
      ];
    case "read":
      return [allow(["s3:GetObject"], kept), allow(["kms:Decrypt"], key.keyArn)];
    case "delete":
      return [allow(["s3:DeleteObject"], uploads, kept)];
  }
};
