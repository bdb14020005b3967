import { Duration } from "aws-cdk-lib";
import type { ITable, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { FilterCriteria, FilterRule, type IFunction, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

interface ChangeFeedProps {
  readonly residents: TableV2;
  readonly follower: IFunction;
  /** Takes the stream positions that were given up. */
  readonly failures: IQueue;
}

/** Every change of a dossier, to whoever follows: one resident's in order, many residents' at once. */
export class ChangeFeed extends Construct {
  constructor(scope: Construct, id: string, { residents, follower, failures }: ChangeFeedProps) {
    super(scope, id);
    follower.addEventSource(
      // the CDK's own types disagree: one says the stream may be undefined, the other that it may be absent
      new DynamoEventSource(residents as ITable, {
        filters: [dossierChanged],
        // a deployment that comes late still sees all that the stream holds
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        // no waiting for a fuller batch: under load batches fill by themselves, and who is restored waits for this
        maxBatchingWindow: Duration.seconds(0),
        parallelizationFactor: 4,
        reportBatchItemFailures: true,
        // the follower sends what fails to the retry queue, so these only see a function that can't even do that
        bisectBatchOnError: true,
        retryAttempts: 10,
        // given up before the stream forgets it after 24 hours, so that it is known to be missing
        maxRecordAge: Duration.hours(23),
        onFailure: new SqsDlq(failures),
      }),
    );
  }
}

/** Of the items of a resident, only the dossier; it is never deleted. */
const dossierChanged = FilterCriteria.filter({
  eventName: FilterRule.or("INSERT", "MODIFY"),
  dynamodb: { Keys: { item: { S: FilterRule.isEqual("current") } } },
});
