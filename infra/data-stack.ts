import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { CertificateSecret } from "./constructs/certificate-secret.ts";
import { EvidenceBucket } from "./constructs/evidence-bucket.ts";
import { IdentityKeys } from "./constructs/identity-keys.ts";
import { Queues } from "./constructs/queues.ts";
import { Tables } from "./constructs/tables.ts";
import type { Environment } from "./environments.ts";

interface DataStackProps extends StackProps {
  readonly environment: Environment;
}

/** What must outlive every deployment. */
export class DataStack extends Stack {
  readonly tables: Tables;
  readonly identityKeys: IdentityKeys;
  readonly certificateSecret: Secret;
  readonly queues: Queues;
  readonly evidence: EvidenceBucket;

  constructor(scope: Construct, id: string, { environment, ...props }: DataStackProps) {
    super(scope, id, { terminationProtection: environment.keepsData, ...props });
    const { keepsData } = environment;
    this.identityKeys = new IdentityKeys(this, "IdentityKeys", { keepsData });
    this.certificateSecret = new CertificateSecret(this, "CertificateSecret", { keepsData }).secret;
    this.tables = new Tables(this, "Tables", { keepsData, identityKey: this.identityKeys.atRest });
    this.queues = new Queues(this, "Queues", { keepsData });
    this.evidence = new EvidenceBucket(this, "Evidence", { keepsData, uploads: this.queues.uploads });
    // what the redrive command is given
    new CfnOutput(this, "RetryQueueUrl", { value: this.queues.retry.queueUrl });
    new CfnOutput(this, "RetryDeadLettersUrl", { value: this.queues.retryDeadLetters.queueUrl });
    new CfnOutput(this, "UploadDeadLettersUrl", { value: this.queues.uploadDeadLetters.queueUrl });
    new CfnOutput(this, "FeedFailuresUrl", { value: this.queues.feedFailures.queueUrl });
    new CfnOutput(this, "ReactionQueueUrl", { value: this.queues.reactions.queueUrl });
    new CfnOutput(this, "ReactionDeadLettersUrl", { value: this.queues.reactionDeadLetters.queueUrl });
    new CfnOutput(this, "SettlementDeadLettersUrl", { value: this.queues.settlementDeadLetters.queueUrl });
    // what whoever sends messages is given
    new CfnOutput(this, "MessageQueueUrl", { value: this.queues.messages.queueUrl });
    new CfnOutput(this, "MessageDeadLettersUrl", { value: this.queues.messageDeadLetters.queueUrl });
  }
}
