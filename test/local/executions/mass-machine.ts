import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openExecutionLog } from "#local/executions/execution-log.ts";
import { type Executions, executionsOf } from "#local/executions/executions.ts";
import type { Outcome } from "#local/functions/execution.ts";
import { stateMachinesIn } from "#local/template/state-machines.ts";
import { oneResource } from "../template/one-resource.ts";

const arn = (name: string) => `arn:aws:local:local:000000000000:${name}`;
const retry = [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 2 }];

/** Plan → a Map over what it plans → Sum, with whatever a test puts in their place. */
export const massDefinition = (more: object = {}, moreOfWork: object = {}) => ({
  StartAt: "Plan",
  States: {
    Plan: { Type: "Task", Resource: arn("plan"), Next: "Every" },
    Every: {
      Type: "Map",
      ItemsPath: "$.shards",
      MaxConcurrency: 32,
      ResultPath: "$.results",
      ItemProcessor: {
        ProcessorConfig: { Mode: "INLINE" },
        StartAt: "Work",
        States: {
          Work: {
            Type: "Task",
            Resource: arn("work"),
            Retry: retry,
            Catch: [{ ErrorEquals: ["States.ALL"], Next: "GaveUp" }],
            End: true,
            ...moreOfWork,
          },
          GaveUp: { Type: "Pass", Result: { gaveUp: true }, End: true },
        },
      },
      Next: "Sum",
    },
    Sum: { Type: "Task", Resource: arn("sum"), Next: "Judge" },
    Judge: {
      Type: "Choice",
      Choices: [{ Variable: "$.state", StringEquals: "failed", Next: "Failed" }],
      Default: "Done",
    },
    Failed: { Type: "Fail", Error: "JobFailed" },
    Done: { Type: "Succeed" },
    ...more,
  },
});

/** As the template's reader reads it. */
export const readMachine = (definition: unknown, properties: object = {}) =>
  stateMachinesIn(
    oneResource("Machine", {
      StateMachineName: "mass-work",
      DefinitionString: JSON.stringify(definition),
      ...properties,
    }),
  );

type Functions = Readonly<Record<string, (event: never) => unknown>>;

/** Runs machines whose functions are these. */
export const massWork = (functions: Functions, definition: unknown = massDefinition(), file = aFile()): Executions => {
  const invoke = async (name: string, event: string): Promise<Outcome> => {
    try {
      const answer = await functions[name]?.(JSON.parse(event) as never);
      return { type: "answered", payload: JSON.stringify(answer ?? null) };
    } catch (error) {
      const { name: errorType, message: errorMessage } = error as Error;
      return { type: "failed", errorType, errorMessage };
    }
  };
  return executionsOf(readMachine(definition), openExecutionLog(file), invoke);
};

export const aFile = (): string => {
  const directory = mkdtempSync(join(tmpdir(), "executions-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return join(directory, "executions.jsonl");
};

/** Functions of a job of two shards that is done at once. */
export const twoShards = {
  plan: () => ({ jobId: "j-1", shards: [{ shard: "00" }, { shard: "01" }] }),
  work: ({ shard }: { shard: string }) => ({ shard, done: true }),
  sum: ({ results }: { results: unknown }) => ({ state: "done", results }),
};

export const faultNamed = (name: string) => Object.assign(new Error("no"), { name });
