import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { functionPool } from "#local/functions/function-pool.ts";

const aFunction = (source: string, { timeoutMs = 5000, maximumThreads = 2 } = {}) => {
  const directory = mkdtempSync(join(tmpdir(), "bundle-"));
  writeFileSync(join(directory, "index.mjs"), source);
  const logged: string[] = [];
  let calendarDayOffset = 0;
  const pool = functionPool(
    { name: "Tried", directory, handler: "index.handler", environment: { TABLE: "things" }, memoryMb: 128, timeoutMs },
    {
      environment: { AWS_REGION: "local" },
      maximumThreads,
      calendarDayOffset: () => calendarDayOffset,
      log: (name, line) => logged.push(`${name}: ${line}`),
    },
  );
  onTestFinished(async () => {
    await pool.close();
    rmSync(directory, { recursive: true });
  });
  const answer = async (event: unknown = {}) => {
    const outcome = await pool.invoke(JSON.stringify(event));
    return outcome.type === "answered" ? JSON.parse(outcome.payload) : outcome;
  };
  const moveClock = (days: number) => {
    calendarDayOffset = days;
  };
  return { answer, pool, logged, moveClock };
};

test("a bundle is called with its event and a context, and sees its own environment only", async () => {
  const { answer } = aFunction(`export const handler = async (event, context) => ({
    event,
    environment: Object.keys(process.env).sort(),
    name: context.functionName,
    memory: context.memoryLimitInMB,
    requestId: context.awsRequestId,
    isInTime: context.getRemainingTimeInMillis() > 4000,
  });`);

  expect(await answer({ a: "积" })).toEqual({
    event: { a: "积" },
    environment: ["AWS_REGION", "CALENDAR_DAY_OFFSET", "TABLE"],
    name: "Tried",
    memory: "128",
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    isInTime: true,
  });
});

test("an answer of nothing is null", async () => {
  const { answer } = aFunction("export const handler = async () => {};");

  expect(await answer()).toBeNull();
});

test("a moved calendar day is seen by the very next event", async () => {
  const { answer, moveClock } = aFunction("export const handler = async () => process.env.CALENDAR_DAY_OFFSET;");

  expect(await answer()).toBe("0");
  moveClock(-30);

  expect(await answer()).toBe("-30");
});

test("one event at a time goes to a thread; further ones wait", async () => {
  const { answer, pool } = aFunction(`
    let running = 0;
    export const handler = async () => {
      running += 1;
      const seen = running;
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
      return seen;
    };`);

  const seen = await Promise.all([answer(), answer(), answer(), answer(), answer()]);

  expect(seen).toEqual([1, 1, 1, 1, 1]);
  expect(pool.counts()).toEqual({ invocations: 5, errors: 0, threads: 2 });
});

test("what a handler throws is an error of the function, and the thread stays", async () => {
  const { answer, pool } = aFunction(`let calls = 0;
    export const handler = async () => { calls += 1; if (calls === 1) throw new TypeError("no"); return calls; };`);

  expect(await answer()).toEqual({ type: "failed", errorType: "TypeError", errorMessage: "no" });
  expect(await answer()).toBe(2);
  expect(pool.counts()).toMatchObject({ invocations: 2, errors: 1 });
});

test.for([
  ["a crash", "setImmediate(() => { throw new Error('crash'); }); await new Promise(() => {});", "Runtime.Crashed"],
  ["an exit", "process.exit(0);", "Runtime.ExitError"],
  ["running out of memory", "const all = []; while (true) all.push(new Array(1e5).fill({}));", "Runtime.Crashed"],
] as const)("after %s another thread takes over, and whoever waited is served", async ([, fault, errorType]) => {
  const { answer } = aFunction(
    `export const handler = async ({ isBad }) => { if (isBad) { ${fault} } return "well"; };`,
    { maximumThreads: 1 },
  );

  const [bad, waited] = await Promise.all([answer({ isBad: true }), answer()]);

  expect(bad).toMatchObject({ type: "lost", errorType });
  expect(waited).toBe("well");
});

test("a handler that takes too long is ended, even when it never yields", async () => {
  const { answer } = aFunction(
    "let calls = 0; export const handler = async ({ isSlow }) => { calls += 1; while (isSlow); return calls; };",
    { timeoutMs: 200, maximumThreads: 1 },
  );
  await answer();

  expect(await answer({ isSlow: true })).toMatchObject({ type: "lost", errorType: "Sandbox.Timedout" });
  expect(await answer()).toBe(1);
});

test("a bundle that doesn't load fails every event and says why in the log", async () => {
  const { answer, logged } = aFunction("throw new Error('TABLE is not set');");

  expect(await answer()).toMatchObject({ type: "lost" });
  expect(await answer()).toMatchObject({ type: "lost" });
  expect(logged.join("")).toContain("TABLE is not set");
});

test("what a function prints goes into the log, with its name", async () => {
  const { answer, logged } = aFunction("export const handler = async () => { console.log('hello'); };");

  await answer();

  await expect.poll(() => logged.join("")).toContain("Tried: hello");
});
