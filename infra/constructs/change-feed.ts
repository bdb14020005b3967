import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { FilterCriteria, FilterRule, type IFunction } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { streamSource } from "./stream-source.ts";

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
    follower.addEventSource(streamSource({ table: residents, failures, filters: [dossierChanged] }));
  }
}

/** Of the items of a resident, only the dossier; it is never deleted. */
const dossierChanged = FilterCriteria.filter({
  eventName: FilterRule.or("INSERT", "MODIFY"),
  dynamodb: { Keys: { item: { S: FilterRule.isEqual("current") } } },
});
