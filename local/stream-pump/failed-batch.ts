import { randomUUID } from "node:crypto";
import type { Outcome } from "../functions/execution.ts";
import { accountId, region } from "../template/resolve.ts";
import type { ReadRecord } from "./read-record.ts";

export interface GivenUp {
  readonly functionName: string;
  readonly streamArn: string;
  readonly shardId: string;
  readonly records: readonly ReadRecord[];
  readonly condition: "RetryAttemptsExhausted" | "RecordAgeExceeded";
  readonly invokeCount: number;
  /** Of the last attempt, where there was one. */
  readonly outcome: Outcome | undefined;
}

/** What Lambda sends to the destination on failure: where the records lie in the stream, and nothing of them. */
export const failedBatchMessage = (batch: GivenUp): string => {
  const { functionName, streamArn, shardId, records, condition, invokeCount, outcome } = batch;
  const [first, last] = [records[0], records.at(-1)];
  return JSON.stringify({
    requestContext: {
      requestId: randomUUID(),
      functionArn: `arn:aws:lambda:${region}:${accountId}:function:${functionName}`,
      condition,
      approximateInvokeCount: invokeCount,
    },
    ...(outcome && {
      responseContext: {
        statusCode: 200,
        executedVersion: "$LATEST",
        ...(outcome.type !== "answered" && { functionError: "Unhandled" }),
      },
    }),
    version: "1.0",
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: first?.sequence,
      endSequenceNumber: last?.sequence,
      approximateArrivalOfFirstRecord: arrivalOf(first),
      approximateArrivalOfLastRecord: arrivalOf(last),
      batchSize: records.length,
      streamArn,
    },
  });
};

const arrivalOf = (record: ReadRecord | undefined): string =>
  new Date((record?.createdAt ?? 0) * 1000).toISOString().replace(/\.\d+Z$/, "Z");
