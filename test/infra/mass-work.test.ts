import { StateMachine } from "aws-local-stepfunctions";
import { describe, expect, test } from "vitest";
import { isFunctionName } from "#infra/entries.ts";
import { sizeOf } from "#infra/sizes.ts";
import { StatesLanguage } from "#local/template/states-language.ts";
import { shards } from "#shared/storage/shards.ts";
import { deployed, environmentNames } from "./deployed.ts";

interface State {
  readonly Type: "Task" | "Map" | "Pass" | "Choice" | "Succeed" | "Fail";
  readonly Resource?: string;
  readonly TimeoutSeconds?: number;
  readonly Retry?: readonly { readonly MaxAttempts: number; readonly BackoffRate: number }[];
  readonly Catch?: readonly unknown[];
  readonly MaxConcurrency?: number;
  readonly ItemProcessor?: { readonly ProcessorConfig: { readonly Mode: string }; readonly States: States };
}
type States = Readonly<Record<string, State>>;

interface Definition {
  readonly TimeoutSeconds: number;
  readonly QueryLanguage?: string;
  readonly States: States;
}

interface Machine {
  readonly StateMachineType?: string;
  readonly DefinitionString: unknown;
  readonly LoggingConfiguration: { readonly IncludeExecutionData: boolean; readonly Level: string };
  readonly TracingConfiguration: { readonly Enabled: boolean };
}

type Worked = { readonly shard: string; readonly done: boolean };

describe.each(environmentNames)("in %s", (environment) => {
  const service = deployed(environment);
  const machines = service.all<Machine>("AWS::StepFunctions::StateMachine").map(({ properties }) => properties);
  const definition: Definition = JSON.parse(service.target(machines[0]?.DefinitionString));
  const tasks = [...statesIn(definition.States)].filter(({ Type }) => Type === "Task");

  const withArns = (prefix: string) =>
    JSON.parse(JSON.stringify(definition).replaceAll('"Resource":"', `"Resource":"${prefix}`));

  /** Runs the very definition, with something in place of the functions and no waiting between attempts. */
  const run = (work: (shard: string) => Worked, state = "running") => {
    const jobId = "j".repeat(80);
    const planned = shards.map((shard) => ({ jobId, run: 1_000, shard, slice: 1_000_000 }));
    return new StateMachine(withArns("arn:aws:lambda:local:000000000000:function:")).run(
      { work: "night" },
      {
        overrides: {
          taskResourceLocalHandlers: {
            Plan: async () => ({ jobId, shards: planned }),
            Work: async (task) => work((task as unknown as { readonly shard: string }).shard),
            Summarise: async (whole) => ({ ...(whole as Readonly<Record<string, never>>), state }),
          },
          retryIntervalOverrides: { Work: 0 },
        },
      },
    );
  };

  test("there is one machine: its history can be read for 90 days, and its log holds nothing of what went through it", () => {
    expect(machines).toHaveLength(1);
    expect(machines[0]?.StateMachineType ?? "STANDARD").toBe("STANDARD");
    expect(machines[0]?.LoggingConfiguration).toMatchObject({ IncludeExecutionData: false, Level: "ALL" });
    expect(machines[0]?.TracingConfiguration).toEqual({ Enabled: true });
  });

  test("the one-machine system runs all that the definition uses", () => {
    expect(() => StatesLanguage.parse(withArns("arn:aws:local:local:000000000000:"))).not.toThrow();
  });

  test("all shards are worked at once, and no more at once than an inline Map may", () => {
    const maps = [...statesIn(definition.States)].filter(({ Type }) => Type === "Map");

    expect(maps).toHaveLength(1);
    expect(maps[0]?.ItemProcessor?.ProcessorConfig.Mode).toBe("INLINE");
    expect(maps[0]?.MaxConcurrency).toBe(shards.length);
    expect(shards.length).toBeLessThanOrEqual(40);
  });

  test("a task ends just after its function has to, and is tried again so often and no more", () => {
    expect(tasks).toHaveLength(3);
    for (const { Resource = "", TimeoutSeconds, Retry = [] } of tasks) {
      if (!isFunctionName(Resource)) throw new Error(`${Resource} is no function`);
      expect(TimeoutSeconds).toBe(sizeOf(Resource).seconds + 5);
      expect(Retry).toHaveLength(1);
      expect(Retry[0]?.MaxAttempts).toBeLessThanOrEqual(5);
      expect(Retry[0]?.BackoffRate).toBeGreaterThan(1);
    }
  });

  test("an execution may take as long as every attempt of each of its steps together", () => {
    const attempts = ({ Retry = [] }: State) => 1 + (Retry[0]?.MaxAttempts ?? 0);
    const longest = tasks.reduce((sum, task) => sum + attempts(task) * ((task.TimeoutSeconds ?? 0) + 60), 0);

    expect(definition.TimeoutSeconds).toBeGreaterThanOrEqual(longest);
  });

  test("a shard that can't be worked stops neither the others nor the summary", async () => {
    const tried = new Map<string, number>();

    const result = await run((shard) => {
      tried.set(shard, (tried.get(shard) ?? 0) + 1);
      if (shard === "03") throw new Error("killed");
      return { shard, done: true };
    }).result;

    expect(result).toMatchObject({
      results: shards.map((shard) => (shard === "03" ? { gaveUp: true } : { shard, done: true })),
    });
    expect([...tried.values()].sort()).toEqual([...shards.slice(1).map(() => 1), 6]);
  });

  test("a shard whose worker was killed once is worked all the same", async () => {
    let kills = 1;

    const result = await run((shard) => {
      if (shard === "03" && kills-- > 0) throw new Error("killed");
      return { shard, done: true };
    }).result;

    expect(result).toMatchObject({ results: shards.map((shard) => ({ shard, done: true })) });
  });

  test.each(["running", "stopped", "done"])("an execution ends well when the job is %s", async (state) => {
    await expect(run((shard) => ({ shard, done: true }), state).result).resolves.toMatchObject({ state });
  });

  test("an execution fails when the job has, so that somebody is called", async () => {
    await expect(run((shard) => ({ shard, done: true }), "failed").result).rejects.toThrow();
  });

  test("the history of an execution stays below a tenth of what Step Functions keeps, whatever fails", () => {
    expect(eventsOf(definition.States) + 2).toBeGreaterThan(shards.length * 5);
    expect(eventsOf(definition.States) + 2).toBeLessThan(25_000 / 10);
  });

  test("what goes from state to state stays below a tenth of what Step Functions carries", async () => {
    const { result, eventLogs } = run((shard) => ({ shard, done: false }));
    const sizes: number[] = [];

    for await (const event of eventLogs) sizes.push(Buffer.byteLength(JSON.stringify(event)));
    await result;

    expect(sizes.length).toBeGreaterThan(shards.length);
    expect(Math.max(...sizes)).toBeGreaterThan(80 * shards.length);
    expect(Math.max(...sizes)).toBeLessThan((256 * 1_024) / 10);
  });
});

function* statesIn(states: States): Generator<State> {
  for (const state of Object.values(states)) {
    yield state;
    yield* statesIn(state.ItemProcessor?.States ?? {});
  }
}

/** How many events of history there are when every state is gone through, and every attempt of it is used up. */
const eventsOf = (states: States): number =>
  Object.values(states).reduce((sum, state) => {
    const entered = 2;
    switch (state.Type) {
      case "Task":
        // scheduled, started, failed
        return sum + entered + 3 * (1 + (state.Retry ?? []).reduce((all, { MaxAttempts }) => all + MaxAttempts, 0));
      case "Map":
        return sum + entered + 2 + shards.length * (2 + eventsOf(state.ItemProcessor?.States ?? {}));
      default:
        return sum + entered;
    }
  }, 0);
