import { spawn } from "node:child_process";
import { once } from "node:events";
import { DeleteMessageCommand } from "@aws-sdk/client-sqs";
import { expect, onTestFinished, test } from "vitest";
import { startQueues } from "#local/queues/start-queues.ts";
import { aDirectory, callsOf, smallQueues, startSmallQueues } from "./small-queues.ts";

/** Queues in a process of their own, which can be killed. */
const startProcess = async (directory: string) => {
  const source = `
    import { startQueues } from "#local/queues/start-queues.ts";
    const { endpoint } = await startQueues(${JSON.stringify({ queues: smallQueues, directory })});
    console.log(endpoint);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", source]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = await once(child.stdout, "data");
  const kill = async () => {
    const exit = once(child, "exit");
    child.kill("SIGKILL");
    await exit;
  };
  return { ...callsOf(String(line).trim()), kill };
};

test("no message that was acknowledged is lost when the process is killed, and none that was deleted comes back", async () => {
  const directory = aDirectory();
  const { sqs, put, take, kill } = await startProcess(directory);
  for (const body of ["deleted", "in flight"]) await put("Retry", body);
  const [{ ReceiptHandle } = {}, held] = await take("Retry");
  await sqs.send(new DeleteMessageCommand({ QueueUrl: "Retry", ReceiptHandle }));
  for (const body of ["1", "2", "3"]) await put("Retry", body);

  await kill();
  const restarted = await startSmallQueues(smallQueues, directory);
  const visible = await restarted.take("Retry");
  await restarted.sqs.send(new DeleteMessageCommand({ QueueUrl: "Retry", ReceiptHandle: held?.ReceiptHandle }));
  restarted.elapse(30);
  const later = await restarted.take("Retry");

  expect(visible.map(({ Body }) => Body)).toEqual(["1", "2", "3"]);
  expect(later.map(({ Body, Attributes }) => [Body, Attributes?.ApproximateReceiveCount])).toEqual([
    ["1", "2"],
    ["2", "2"],
    ["3", "2"],
  ]);
});

test("an in-flight message comes again after a kill, its attempts counted on", async () => {
  const directory = aDirectory();
  const { put, take, kill } = await startProcess(directory);
  await put("Retry", "poison");
  await take("Retry");

  await kill();
  const restarted = await startSmallQueues(smallQueues, directory);
  restarted.elapse(30);
  const second = await restarted.take("Retry");
  restarted.elapse(30);
  const third = await restarted.take("Retry");

  expect(second.map(({ Attributes }) => Attributes?.ApproximateReceiveCount)).toEqual(["2"]);
  expect(third).toEqual([]);
  expect(restarted.ages().RetryDeadLetters?.visible).toBe(1);
});

test("two processes do not share a directory", async () => {
  const directory = aDirectory();
  await startProcess(directory);

  await expect(startQueues({ queues: smallQueues, directory })).rejects.toThrow("another process");
});
