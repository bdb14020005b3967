import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

interface UploadsProps {
  readonly queue: IQueue;
  readonly checker: IFunction;
}

/** What has been uploaded is checked, a few at a time: each lies in memory as a whole. */
export class Uploads extends Construct {
  constructor(scope: Construct, id: string, { queue, checker }: UploadsProps) {
    super(scope, id);
    checker.addEventSource(
      new SqsEventSource(queue, { batchSize: 5, reportBatchItemFailures: true, maxConcurrency: 10 }),
    );
  }
}
