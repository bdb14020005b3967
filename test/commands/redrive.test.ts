import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { startSmallQueues } from "../local/queues/small-queues.ts";

/** Runs the command while this process goes on answering it. */
const redrive = (...args: readonly string[]) =>
  new Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }>((resolve) => {
    const child = execFile(process.execPath, ["commands/redrive.ts", ...args], (_, stdout, stderr) =>
      resolve({ status: child.exitCode ?? -1, stdout, stderr }),
    );
  });

/** As much of a one-machine system as the command talks to, with so many dead letters of Retry. */
const startWithDeadLetters = async (howMany: number) => {
  const queues = await startSmallQueues();
  const server = createServer((request, response) => {
    const found = request.url === "/local/status";
    response.writeHead(found ? 200 : 404).end(JSON.stringify(found ? { endpoints: { queues: queues.endpoint } } : {}));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  for (let sent = 0; sent < howMany; sent += 1) queues.send("Retry", `letter ${sent}`);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await queues.take("Retry");
    queues.elapse(30);
  }
  return { ...queues, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

describe("the redrive command on one machine", () => {
  test("moves all dead letters back to where they came from, and says how many", async () => {
    const { address, ages, take } = await startWithDeadLetters(3);

    const { status, stdout } = await redrive("--local", address);

    expect(stdout).toBe("RetryDeadLetters: 3 dead letters of Retry\nRetryDeadLetters: 3 moved back, 0 remain\n");
    expect(status).toBe(0);
    expect(ages()).toMatchObject({ Retry: { visible: 3 }, RetryDeadLetters: { visible: 0, inFlight: 0 } });
    expect((await take("Retry")).map(({ Body }) => Body).toSorted()).toEqual(["letter 0", "letter 1", "letter 2"]);
  });

  test("only looks when it is told to", async () => {
    const { address, ages } = await startWithDeadLetters(1);

    const { status, stdout } = await redrive("--local", address, "--look", "--queue", "RetryDeadLetters");

    expect([status, stdout]).toEqual([0, "RetryDeadLetters: 1 dead letter of Retry\n"]);
    expect(ages().RetryDeadLetters).toMatchObject({ visible: 1 });
  });

  test("says what remains because somebody holds it", async () => {
    const { address, take } = await startWithDeadLetters(2);
    await take("RetryDeadLetters", { MaxNumberOfMessages: 1 });

    const { status, stdout } = await redrive("--local", address);

    expect(status).toBe(0);
    expect(stdout).toContain("1 dead letter of Retry, 1 more in flight\n");
    expect(stdout).toContain("1 moved back, 1 remain\n");
  });

  test("has nothing to do with a queue that is empty", async () => {
    const { address } = await startWithDeadLetters(0);

    expect(await redrive("--local", address)).toMatchObject({
      status: 0,
      stdout: "RetryDeadLetters: 0 dead letters of Retry\n",
    });
  });

  test("fails when something there came from no queue, and moves the others", async () => {
    const { address, send, ages } = await startWithDeadLetters(1);
    send("RetryDeadLetters", "by hand");

    const { status, stdout, stderr } = await redrive("--local", address);

    expect(status).toBe(1);
    expect(stdout).toContain("1 moved back, 1 remain");
    expect(stderr).toContain("CouldNotDetermineMessageSource");
    expect(ages()).toMatchObject({ Retry: { visible: 1 }, RetryDeadLetters: { visible: 1 } });
  });

  test("refuses a queue that is nobody's dead-letter queue, and says what to do instead", async () => {
    const { address, send, ages } = await startWithDeadLetters(0);
    send("Positions", "{}");

    const { status, stdout, stderr } = await redrive("--local", address, "--queue", "Positions");

    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Positions is no queue's dead-letter queue");
    expect(stderr).toContain('POST /v1/recomputations {"everyone": true}');
    expect(ages().Positions?.visible).toBe(1);
  });

  test("forgets what a sweep has made up for, and nothing that came after it began", async () => {
    const { address, send, elapse, ages } = await startWithDeadLetters(0);
    for (let sent = 0; sent < 11; sent += 1) send("Positions", "before the sweep");
    elapse(3600);
    const began = new Date(Date.now() - 1000).toISOString();
    send("Positions", "after it");

    const { status, stdout } = await redrive("--local", address, "--queue", "Positions", "--forget-before", began);

    expect([status, stdout]).toEqual([0, "Positions: 11 forgotten, 1 remain\n"]);
    expect(ages().Positions).toMatchObject({ inFlight: 1 });
  });

  test("forgets no dead letter", async () => {
    const { address, ages } = await startWithDeadLetters(1);
    const now = new Date().toISOString();

    const run = await redrive("--local", address, "--queue", "RetryDeadLetters", "--forget-before", now);

    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining("move them back") });
    expect(ages().RetryDeadLetters?.visible).toBe(1);
  });

  test("fails when no such queue is there", async () => {
    const { address } = await startWithDeadLetters(0);

    const { status, stderr } = await redrive("--local", address, "--queue", "Nowhere");

    expect(status).toBe(1);
    expect(stderr).toContain("the template has no queue Nowhere");
  });

  test("fails when no system answers", async () => {
    const { status, stderr } = await redrive("--local", "http://127.0.0.1:9");

    expect(status).toBe(1);
    expect(stderr).toContain("no one-machine system answers at http://127.0.0.1:9: is it started (npm start)?");
  });
});

describe("the redrive command", () => {
  test.each([
    ["an unknown option", ["--all"], "Unknown option '--all'"],
    ["no queue", [], "--queue says which queue"],
    ["a name where AWS needs a URL", ["--queue", "RetryDeadLetters"], 'not "RetryDeadLetters"'],
    ["a word too many", ["--queue", "https://sqs.local/0/Q", "now"], 'what is "now"?'],
    ["a day for a moment", ["--local", "--queue", "Q", "--forget-before", "2026-11-23"], "takes a moment such as"],
    ["a moment and no queue", ["--local", "--forget-before", "2026-11-23T00:00:00Z"], "needs --queue"],
    ["an address that is none", ["--local", "8080"], '"8080" is no address'],
  ])("%s ends with status 2 and says what to do", async (_, args, message) => {
    const { status, stdout, stderr } = await redrive(...args);

    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
    expect(stderr).toContain("npm run redrive -- --queue URL");
  });

  test("prints how it is called", async () => {
    expect(await redrive("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("npm run redrive --") });
  });
});
