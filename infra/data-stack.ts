import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
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
  readonly queues: Queues;

  constructor(scope: Construct, id: string, { environment, ...props }: DataStackProps) {
    super(scope, id, { terminationProtection: environment.keepsData, ...props });
    const { keepsData } = environment;
    this.identityKeys = new IdentityKeys(this, "IdentityKeys", { keepsData });
    this.tables = new Tables(this, "Tables", { keepsData, identityKey: this.identityKeys.atRest });
    this.queues = new Queues(this, "Queues", { keepsData });
    // what the redrive command is given
    new CfnOutput(this, "RetryQueueUrl", { value: this.queues.retry.queueUrl });
    new CfnOutput(this, "RetryDeadLettersUrl", { value: this.queues.retryDeadLetters.queueUrl });
    new CfnOutput(this, "FeedFailuresUrl", { value: this.queues.feedFailures.queueUrl });
  }
}
