import { randomUUID } from "node:crypto";
import { setTimeout as after } from "node:timers/promises";
import type { InvokeConfig } from "../template/invoke-configs.ts";
import { accountId, region } from "../template/resolve.ts";
import type { Outcome } from "./execution.ts";

interface AsynchronousOptions {
  readonly configs: readonly InvokeConfig[];
  readonly invoke: (functionName: string, event: string) => Promise<Outcome>;
  readonly sendToQueue: (queue: string, body: string) => unknown;
  readonly log: (text: string) => void;
  /** Before the first retry; the second pause is twice as long. */
  readonly pauseMs?: number;
}

/** Calls functions for whose answer nobody waits, as a schedule does. What is under way when the machine stops is lost. */
export interface AsynchronousInvocations {
  readonly start: (functionName: string, event: string) => void;
  readonly running: () => number;
  /** Waits until none is under way. */
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const asynchronousInvocations = ({
  configs,
  invoke,
  sendToQueue,
  log,
  pauseMs = 1000,
}: AsynchronousOptions): AsynchronousInvocations => {
  const underWay = new Set<Promise<void>>();
  const ending = new AbortController();

  const carryOut = async (functionName: string, event: string): Promise<void> => {
    const { retries = usualRetries, onFailureQueue } =
      configs.find((config) => config.functionName === functionName) ?? {};
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await invoke(functionName, event);
      if (outcome.type === "answered") return;
      if (attempt >= retries) {
        log(`${functionName}: given up after ${attempt + 1} attempts`);
        if (onFailureQueue !== undefined)
          sendToQueue(onFailureQueue, failureRecord(functionName, event, outcome, attempt + 1));
        return;
      }
      await after(pauseMs * 2 ** attempt, undefined, { signal: ending.signal });
    }
  };

  return {
    start: (functionName, event) => {
      const invocation = carryOut(functionName, event)
        .catch((error) => log(`${functionName}: ${error}`))
        .finally(() => underWay.delete(invocation));
      underWay.add(invocation);
    },
    running: () => underWay.size,
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: async () => {
      ending.abort();
      await Promise.all(underWay);
    },
  };
};

// Lambda's own, where no configuration says otherwise
const usualRetries = 2;

/** As Lambda writes it to a destination on failure. */
const failureRecord = (
  functionName: string,
  event: string,
  { errorType, errorMessage }: Exclude<Outcome, { readonly type: "answered" }>,
  approximateInvokeCount: number,
): string =>
  JSON.stringify({
    version: "1.0",
    timestamp: new Date().toISOString(),
    requestContext: {
      requestId: randomUUID(),
      functionArn: `arn:aws:lambda:${region}:${accountId}:function:${functionName}:$LATEST`,
      condition: "RetriesExhausted",
      approximateInvokeCount,
    },
    requestPayload: JSON.parse(event),
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
    responsePayload: { errorType, errorMessage },
  });
