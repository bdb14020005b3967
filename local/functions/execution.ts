import { flushCompileCache } from "node:module";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import type { Context } from "aws-lambda";
import type { FunctionDefinition } from "../template/functions.ts";
import { accountId } from "../template/resolve.ts";

/** One event for the handler, and the day its clock is moved by. */
export interface Invocation {
  readonly event: string;
  readonly requestId: string;
  readonly calendarDayOffset: number;
}

/** What came of an invocation: an answer as JSON, an error of the handler's, or the loss of the thread itself. */
export type Outcome =
  | { readonly type: "answered"; readonly payload: string }
  | { readonly type: "failed" | "lost"; readonly errorType: string; readonly errorMessage: string };

/** The thread in which a bundle lives: an execution environment. It takes one event at a time. */
const { name, handler, bundle, memoryMb, timeoutMs } = workerData as FunctionDefinition & { readonly bundle: string };
const loaded = await import(pathToFileURL(bundle).href);
// for the next thread: a system that is killed keeps nothing otherwise
flushCompileCache();
const handle = loaded[handler.split(".")[1] ?? ""] ?? loaded.default?.[handler.split(".")[1] ?? ""];

parentPort?.on("message", async ({ event, requestId, calendarDayOffset }: Invocation) => {
  process.env.CALENDAR_DAY_OFFSET = String(calendarDayOffset);
  const deadline = Date.now() + timeoutMs;
  const context: Omit<Context, "done" | "fail" | "succeed"> = {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: false,
    functionName: name,
    functionVersion: "$LATEST",
    getRemainingTimeInMillis: () => deadline - Date.now(),
    invokedFunctionArn: `arn:aws:lambda:local:${accountId}:function:${name}`,
    logGroupName: name,
    logStreamName: name,
    memoryLimitInMB: String(memoryMb),
  };
  parentPort?.postMessage(await outcomeOf(event, context));
});

const outcomeOf = async (event: string, context: unknown): Promise<Outcome> => {
  try {
    const answer: unknown = await handle(JSON.parse(event), context);
    return { type: "answered", payload: JSON.stringify(answer ?? null) };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { type: "failed", errorType: error.name, errorMessage: error.message };
  }
};
