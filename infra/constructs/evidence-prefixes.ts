import { type Acknowledgment, Stack } from "aws-cdk-lib";
import { keptPrefix, uploadPrefix } from "#shared/storage/evidence-keys.ts";
import type { EvidenceBucket } from "./evidence-bucket.ts";

/** Why a role may name many objects at once: the rule knows each resource by the name under which its stack exports it. */
export const evidencePrefixes = ({ bucket }: Pick<EvidenceBucket, "bucket">): readonly Acknowledgment[] => {
  const stack = Stack.of(bucket);
  const imported: { readonly "Fn::ImportValue": string } = stack.resolve(stack.exportValue(bucket.bucketArn));
  return [uploadPrefix, keptPrefix].map((prefix) => ({
    id: `AwsSolutions-IAM5[Resource::${imported["Fn::ImportValue"]}/${prefix}*]`,
    reason: "Each person's materials have keys of their own; a function serves all people, in one part of one bucket.",
  }));
};
