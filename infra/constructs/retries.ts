import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

interface RetriesProps {
  readonly queue: IQueue;
  readonly retrier: IFunction;
}

/** What failed once is tried again, a little at a time: what made it fail may be that there was too much. */
export class Retries extends Construct {
  constructor(scope: Construct, id: string, { queue, retrier }: RetriesProps) {
    super(scope, id);
    retrier.addEventSource(
      new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 10 }),
    );
  }
}
