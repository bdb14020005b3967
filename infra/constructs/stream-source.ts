import { Duration } from "aws-cdk-lib";
import type { ITable, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { IQueue } from "aws-cdk-lib/aws-sqs";

interface StreamSourceProps {
  readonly table: TableV2;
  /** Takes the stream positions that were given up. */
  readonly failures: IQueue;
  readonly filters: NonNullable<ConstructorParameters<typeof DynamoEventSource>[1]["filters"]>;
}

/** The changes of a table, to whoever follows: one item's in order, many items' at once. */
export const streamSource = ({ table, failures, filters }: StreamSourceProps): DynamoEventSource =>
  // the CDK's own types disagree: one says the stream may be undefined, the other that it may be absent
  new DynamoEventSource(table as ITable, {
    filters,
    // a deployment that comes late still sees all that the stream holds
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    // no waiting for a fuller batch: under load batches fill by themselves, and who is restored waits for this
    maxBatchingWindow: Duration.seconds(0),
    parallelizationFactor: 4,
    reportBatchItemFailures: true,
    // followers send what fails to queues of their own, so these only see a function that can't even do that
    bisectBatchOnError: true,
    retryAttempts: 10,
    // given up before the stream forgets it after 24 hours, so that it is known to be missing
    maxRecordAge: Duration.hours(23),
    onFailure: new SqsDlq(failures),
  });
