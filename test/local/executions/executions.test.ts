import { appendFileSync } from "node:fs";
import { expect, test } from "vitest";
import { aFile, faultNamed, massDefinition, massWork, twoShards } from "./mass-machine.ts";

const ended = async (executions: ReturnType<typeof massWork>, name: string) => {
  await executions.idle();
  return executions.find("mass-work", name);
};

test("states run in order, a Map runs its items, and what came of them ends in the output", async () => {
  const executions = massWork(twoShards);

  executions.start("mass-work", "one", '{"work":"night"}');

  const { status, output, events, largestState } = await ended(executions, "one");
  expect(status).toBe("SUCCEEDED");
  expect(JSON.parse(output ?? "")).toEqual({
    state: "done",
    results: [
      { shard: "00", done: true },
      { shard: "01", done: true },
    ],
  });
  // as AWS counts: 1 start, 5 a task (4 of them), 4 the Map, 2 an item, 2 the Choice, 2 Succeed, 1 end
  expect(events).toBe(1 + 4 * 5 + 4 + 2 * 2 + 2 + 2 + 1);
  expect(largestState).toBeGreaterThan(100);
});

test("an empty Map goes straight on", async () => {
  const executions = massWork({ ...twoShards, plan: () => ({ shards: [] }) });

  executions.start("mass-work", "one", "{}");

  expect(await ended(executions, "one")).toMatchObject({
    status: "SUCCEEDED",
    output: '{"state":"done","results":[]}',
  });
});

test("what a function throws is retried, and caught once the retries are used up, without stopping the others", async () => {
  const attempts: Record<string, number> = {};
  const executions = massWork({
    ...twoShards,
    work: ({ shard }: { shard: string }) => {
      attempts[shard] = (attempts[shard] ?? 0) + 1;
      if (shard === "00") throw faultNamed("ProvisionedThroughputExceededException");
      return { shard };
    },
  });

  executions.start("mass-work", "one", "{}");

  expect(JSON.parse((await ended(executions, "one")).output ?? "").results).toEqual([
    { gaveUp: true },
    { shard: "01" },
  ]);
  expect(attempts).toEqual({ "00": 3, "01": 1 });
});

test.for([
  ["its own name", "SliceLost", true],
  ["States.TaskFailed", "States.TaskFailed", true],
  ["another's name", "Other", false],
] as const)("an error goes by its type: caught by %s", async ([, caught, isCaught]) => {
  const definition = massDefinition({}, { Retry: [], Catch: [{ ErrorEquals: [caught], Next: "GaveUp" }] });
  const fails = { ...twoShards, work: () => Promise.reject(faultNamed("SliceLost")) };
  const executions = massWork(fails, definition);

  executions.start("mass-work", "one", "{}");

  expect(await ended(executions, "one")).toMatchObject(
    isCaught
      ? { status: "SUCCEEDED" }
      : { status: "FAILED", error: "SliceLost", cause: '{"errorType":"SliceLost","errorMessage":"no"}' },
  );
});

test("a Fail state fails the execution", async () => {
  const executions = massWork({ ...twoShards, sum: () => ({ state: "failed" }) });

  executions.start("mass-work", "one", "{}");

  expect(await ended(executions, "one")).toMatchObject({ status: "FAILED", error: "JobFailed" });
});

test("a state of more than 256 kB fails the execution, whatever is caught", async () => {
  const executions = massWork({ ...twoShards, work: () => "x".repeat(262_143) });

  executions.start("mass-work", "one", "{}");

  expect(await ended(executions, "one")).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
});

test("so does one that many items make together, even when nothing comes after it", async () => {
  const shards = Array.from({ length: 30 }, (_, shard) => ({ shard }));
  const definition = massDefinition({ Sum: { Type: "Pass", Next: "Judge" } });
  const executions = massWork({ plan: () => ({ state: "done", shards }), work: () => "x".repeat(10_000) }, definition);

  executions.start("mass-work", "one", "{}");

  expect(await ended(executions, "one")).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
});

test("an execution that takes too long has timed out", async () => {
  const { promise: never } = Promise.withResolvers<object>();
  const executions = massWork({ ...twoShards, plan: () => never }, { ...massDefinition(), TimeoutSeconds: 1 });

  executions.start("mass-work", "one", "{}");

  expect(await ended(executions, "one")).toMatchObject({ status: "TIMED_OUT", error: "States.Timeout" });
});

test("a name starts once: the same again while it runs changes nothing, anything else is refused", async () => {
  const { promise, resolve } = Promise.withResolvers<object>();
  let plans = 0;
  const executions = massWork({
    ...twoShards,
    plan: () => {
      plans += 1;
      return promise;
    },
  });
  const first = executions.start("mass-work", "one", '{"a":1,"b":2}');

  expect(executions.start("mass-work", "one", '{ "b": 2, "a": 1 }')).toEqual(first);
  expect(() => executions.start("mass-work", "one", "{}")).toThrow("Execution Already Exists");

  resolve({ shards: [] });
  await executions.idle();
  expect(() => executions.start("mass-work", "one", '{"a":1,"b":2}')).toThrow("Execution Already Exists");
  expect(plans).toBe(1);
});

test.for([
  ["an unknown machine", "other", "one", "{}", "There is no state machine other"],
  ["a name that AWS doesn't take", "mass-work", "a b", "{}", "Invalid name"],
  ["an endless name", "mass-work", "a".repeat(81), "{}", "Invalid name"],
  ["no JSON", "mass-work", "one", "{", "it is not JSON"],
  ["too much of it", "mass-work", "one", `"${"x".repeat(262_144)}"`, "exceeds 262144 bytes"],
] as const)("%s is refused", ([, machine, name, input, message]) => {
  expect(() => massWork(twoShards).start(machine, name, input)).toThrow(message);
});

test.for(["mass-work", "Machine", "arn:aws:states:anywhere:000000000000:stateMachine:mass-work"])(
  "a machine is found by the last part of %s",
  async (arn) => {
    const executions = massWork(twoShards);

    expect(executions.start(arn, "one", "{}")).toMatchObject({ machine: "mass-work", name: "one" });
    await executions.idle();
  },
);

test("idle waits for what running executions start", async () => {
  const executions = massWork({
    ...twoShards,
    sum: ({ next }: { next?: number }) => {
      if (next !== undefined) executions.start("mass-work", `slice-${next}`, JSON.stringify({ next }));
      return { state: "done" };
    },
    plan: ({ next }: { next: number }) => ({ shards: [], ...(next < 3 && { next: next + 1 }) }),
  });
  executions.start("mass-work", "slice-0", '{"next":0}');

  await executions.idle();

  expect(executions.recent(10).map(({ name, status }) => [name, status])).toEqual([
    ["slice-3", "SUCCEEDED"],
    ["slice-2", "SUCCEEDED"],
    ["slice-1", "SUCCEEDED"],
    ["slice-0", "SUCCEEDED"],
  ]);
});

test("a stopped execution begins with nothing more", async () => {
  const worked: string[] = [];
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
  const shards = Array.from({ length: 40 }, (_, shard) => ({ shard: `${shard}` }));
  const executions = massWork({
    ...twoShards,
    plan: () => ({ shards }),
    work: async ({ shard }: { shard: string }) => {
      worked.push(shard);
      if (worked.length === 32) begin();
      await goesOn;
    },
  });
  executions.start("mass-work", "one", "{}");
  await begun;

  executions.stop("mass-work", "one", "Stopped", "enough");
  goOn();

  expect(await ended(executions, "one")).toMatchObject({ status: "ABORTED", error: "Stopped", cause: "enough" });
  expect(worked).toHaveLength(32);
});

test("what was running when the machine was killed is started again from its beginning, and no other", async () => {
  const file = aFile();
  const { promise: never } = Promise.withResolvers<object>();
  const killed = massWork(twoShards, massDefinition(), file);
  killed.start("mass-work", "done", "{}");
  await killed.idle();
  massWork({ ...twoShards, plan: () => never }, massDefinition(), file).start(
    "mass-work",
    "killed",
    '{"work":"night"}',
  );
  appendFileSync(file, '{"machine":"mass-work","na');
  const planned: unknown[] = [];
  const after = massWork(
    { ...twoShards, plan: (input: object) => planned.push(input) && { shards: [] } },
    massDefinition(),
    file,
  );

  after.resume();

  expect(await ended(after, "killed")).toMatchObject({ status: "SUCCEEDED", input: '{"work":"night"}' });
  expect(planned).toEqual([{ work: "night" }]);
  expect(() => after.start("mass-work", "done", "{}")).toThrow("Execution Already Exists");
});

test("closing leaves in the log what was running, to be started again", async () => {
  const file = aFile();
  const { promise: never } = Promise.withResolvers<object>();
  const executions = massWork({ ...twoShards, plan: () => never }, massDefinition(), file);
  executions.start("mass-work", "one", "{}");

  await executions.close();

  const after = massWork(twoShards, massDefinition(), file);
  after.resume();
  expect(await ended(after, "one")).toMatchObject({ status: "SUCCEEDED" });
});
