import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { FilterCriteria, FilterRule, type IFunction } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { streamSource } from "./stream-source.ts";

interface OutboxProps {
  readonly messages: TableV2;
  readonly offerer: IFunction;
  /** Takes the stream positions that were given up. What they tell of is offered again the next day. */
  readonly failures: IQueue;
}

/** What lies in the outbox to be sent, to whoever offers it. */
export class Outbox extends Construct {
  constructor(scope: Construct, id: string, { messages, offerer, failures }: OutboxProps) {
    super(scope, id);
    offerer.addEventSource(streamSource({ table: messages, failures, filters: [isWaiting] }));
  }
}

/** Neither what is planned nor what was delivered. */
const isWaiting = FilterCriteria.filter({
  eventName: FilterRule.or("INSERT", "MODIFY"),
  dynamodb: { NewImage: { state: { S: FilterRule.isEqual("waiting") } } },
});
