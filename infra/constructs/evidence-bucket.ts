import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { keptPrefix, uploadPrefix } from "#shared/storage/evidence-keys.ts";

interface EvidenceBucketProps {
  readonly keepsData: boolean;
  /** Is told of every upload. */
  readonly uploads: Queue;
}

/**
 * Where the bytes of materials lie: under a key of their own, never public, over TLS only. Without versions, so that what
 * is deleted is gone.
 */
export class EvidenceBucket extends Construct {
  readonly key: Key;
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { keepsData, uploads }: EvidenceBucketProps) {
    super(scope, id);
    const removalPolicy = keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.key = new Key(this, "Key", {
      description: "Materials that people hand in, at rest",
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy,
    });
    this.bucket = new Bucket(this, "Bucket", {
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      lifecycleRules: [
        {
          id: "what-nobody-checked",
          prefix: uploadPrefix,
          expiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        // the calendar deletes far earlier; this is for what it should ever lose sight of
        { id: "nothing-for-ever", prefix: keptPrefix, expiration: Duration.days(3_650) },
      ],
      removalPolicy,
    });
    this.#tellOfUploads(uploads);
    Validations.of(this.bucket).acknowledge({
      id: "AwsSolutions-S1",
      reason:
        "Every address that lets somebody read is given out, and logged, by one function; there is no other way in.",
    });
  }

  /** Written into the bucket itself: the CDK's own way deploys a function that may change every bucket. */
  #tellOfUploads(uploads: Queue): void {
    const resource = this.bucket.node.defaultChild;
    if (!(resource instanceof CfnBucket)) throw new Error("a bucket is made of something else");
    resource.overrideLogicalId("EvidenceBucket");
    resource.notificationConfiguration = {
      queueConfigurations: [
        {
          event: "s3:ObjectCreated:*",
          queue: uploads.queueArn,
          filter: { s3Key: { rules: [{ name: "prefix", value: uploadPrefix }] } },
        },
      ],
    };
    // S3 tries whether it may send before there is a bucket
    this.bucket.node.addDependency(uploads);
  }
}
