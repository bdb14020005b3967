import type { DynamoDBStreamEvent } from "aws-lambda";
import type { Outcome } from "#local/functions/execution.ts";
import type { StreamMapping } from "#local/template/event-source-mappings.ts";

export const plainMapping: StreamMapping = {
  id: "Follow",
  tableName: "residents",
  functionName: "follow-changes",
  batchSize: 100,
  batchingWindowSeconds: 0,
  parallelizationFactor: 1,
  maximumRetryAttempts: undefined,
  maximumRecordAgeSeconds: undefined,
  bisectsOnError: false,
  reportsBatchItemFailures: true,
  onFailureQueue: "FeedFailures",
  filters: [],
};

export const done: Outcome = { type: "answered", payload: "null" };
export const thrown: Outcome = { type: "failed", errorType: "Error", errorMessage: "poison" };
export const failing = (...sequences: readonly (string | null)[]): Outcome => ({
  type: "answered",
  payload: JSON.stringify({ batchItemFailures: sequences.map((itemIdentifier) => ({ itemIdentifier })) }),
});

/** A record as a function sees it: `r1 #2` is the second version of resident r1. */
export interface Delivered {
  readonly name: string;
  readonly residentId: string;
  readonly sequence: string;
}

export const deliveredIn = (event: string): readonly Delivered[] =>
  (JSON.parse(event) as DynamoDBStreamEvent).Records.map(({ dynamodb: { Keys, NewImage, SequenceNumber } = {} }) => ({
    name: `${Keys?.residentId?.S} #${NewImage?.version?.N ?? "-"}`,
    residentId: Keys?.residentId?.S ?? "",
    sequence: SequenceNumber ?? "",
  }));
