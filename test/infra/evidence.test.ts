import { describe, expect, test } from "vitest";
import { access } from "#infra/access.ts";
import { functionNames } from "#infra/entries.ts";
import { environments } from "#infra/environments.ts";
import { deployed, environmentNames } from "./deployed.ts";
import { type Policy, rightsOf, variablesOf } from "./rights.ts";

interface Bucket {
  readonly BucketEncryption: unknown;
  readonly LifecycleConfiguration: { readonly Rules: unknown };
  readonly NotificationConfiguration: { readonly QueueConfigurations: readonly { readonly Queue: unknown }[] };
  readonly PublicAccessBlockConfiguration: unknown;
  readonly VersioningConfiguration?: unknown;
  readonly CorsConfiguration?: unknown;
}

describe.each(environmentNames)("in %s, the bucket of evidence", (environment) => {
  const service = deployed(environment);
  const buckets = service.all<Bucket>("AWS::S3::Bucket");
  const bucket = buckets[0]?.properties;

  test("is the only one there is, and outlives its stack where data are kept", () => {
    expect(buckets.map(({ name, deletionPolicy }) => [name, deletionPolicy])).toEqual([
      ["EvidenceBucket", environments[environment].keepsData ? "Retain" : "Delete"],
    ]);
  });

  test("is never public, lies under a key of its own, and is reached over TLS only", () => {
    const [policy] = service.all<Omit<Policy, "Roles">>("AWS::S3::BucketPolicy");

    expect(bucket?.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(bucket?.BucketEncryption).toMatchObject({
      ServerSideEncryptionConfiguration: [
        { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" } },
      ],
    });
    expect(policy?.properties.PolicyDocument.Statement).toEqual([
      expect.objectContaining({
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "s3:*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
    ]);
  });

  test("forgets what isn't checked after a day, and what was deleted at once", () => {
    expect(bucket?.LifecycleConfiguration.Rules).toEqual([
      expect.objectContaining({ Prefix: "quarantine/", ExpirationInDays: 1, Status: "Enabled" }),
      expect.objectContaining({ Prefix: "kept/", ExpirationInDays: 3650, Status: "Enabled" }),
    ]);
    expect(bucket?.VersioningConfiguration).toBeUndefined();
    expect(bucket?.CorsConfiguration).toBeUndefined();
  });

  test("tells of uploads, and of nothing that is kept, once it may", () => {
    const told = bucket?.NotificationConfiguration.QueueConfigurations ?? [];

    expect(told).toEqual([
      {
        Event: "s3:ObjectCreated:*",
        Filter: { S3Key: { Rules: [{ Name: "prefix", Value: "quarantine/" }] } },
        Queue: expect.anything(),
      },
    ]);
    expect(told.map(({ Queue }) => service.target(Queue))).toEqual(["UploadQueue"]);
    expect(buckets[0]?.dependsOn).toContainEqual(expect.stringMatching(/^QueuesUploadQueuePolicy/));
  });

  test("is used as access says: who lets uploads in reads nothing, who gives out addresses reads only what is kept", () => {
    expect(rightsOf(service, /^s3:| on evidence key$/)).toEqual({
      "request-upload": ["s3:PutObject on EvidenceBucket/quarantine/*", "kms:GenerateDataKey on evidence key"],
      "check-material": [
        "s3:DeleteObject on EvidenceBucket/quarantine/*",
        "s3:GetObject on EvidenceBucket/quarantine/*",
        "s3:DeleteObject on EvidenceBucket/kept/*",
        "s3:PutObject on EvidenceBucket/kept/*",
        "s3:ListBucket on EvidenceBucket",
        "kms:Decrypt on evidence key",
        "kms:GenerateDataKey on evidence key",
      ],
      "read-material": ["s3:GetObject on EvidenceBucket/kept/*", "kms:Decrypt on evidence key"],
      "delete-due-materials": [
        "s3:DeleteObject on EvidenceBucket/kept/*",
        "s3:DeleteObject on EvidenceBucket/quarantine/*",
      ],
    });
  });

  test("is known by name to those who use it, and to nobody else", () => {
    const told = functionNames.filter((name) => "EVIDENCE_BUCKET" in variablesOf(service, name));

    expect(told).toEqual(functionNames.filter((name) => access[name].evidence));
    for (const name of told) expect(service.target(variablesOf(service, name).EVIDENCE_BUCKET)).toBe("EvidenceBucket");
  });
});
