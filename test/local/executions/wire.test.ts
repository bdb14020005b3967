import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
  StartExecutionCommand,
  StateMachineDoesNotExist,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import { expect, onTestFinished, test } from "vitest";
import { listenForExecutions } from "#local/executions/wire.ts";
import { massWork, twoShards } from "./mass-machine.ts";

const stateMachineArn = "arn:aws:states:local:000000000000:stateMachine:mass-work";
const executionArn = "arn:aws:states:local:000000000000:execution:mass-work:one";

const aClient = async (functions: Parameters<typeof massWork>[0] = twoShards) => {
  const executions = massWork(functions);
  const { endpoint, close } = await listenForExecutions(executions);
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new SFNClient({ endpoint, region: "local", credentials });
  onTestFinished(async () => {
    client.destroy();
    await close();
    await executions.close();
  });
  return { client, executions };
};

test("the SDK starts an execution, sees how it ended, and lists it", async () => {
  const { client, executions } = await aClient();

  const started = await client.send(new StartExecutionCommand({ stateMachineArn, name: "one", input: '{"a":1}' }));
  await executions.idle();

  expect(started.executionArn).toBe(executionArn);
  expect(Math.abs(Date.now() - Number(started.startDate))).toBeLessThan(60_000);
  expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
    executionArn,
    stateMachineArn,
    name: "one",
    status: "SUCCEEDED",
    startDate: started.startDate,
    stopDate: expect.any(Date),
    input: '{"a":1}',
    output: expect.stringContaining('"state":"done"'),
  });
  const list = new ListExecutionsCommand({ stateMachineArn, statusFilter: "SUCCEEDED" });
  expect((await client.send(list)).executions).toMatchObject([{ executionArn, status: "SUCCEEDED" }]);
});

test("executions are listed by pages, the newest first", async () => {
  const { client, executions } = await aClient();
  for (const name of ["a", "b", "c"]) await client.send(new StartExecutionCommand({ stateMachineArn, name }));
  await executions.idle();

  const first = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2 }));
  const { nextToken } = first;
  const second = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2, nextToken }));

  expect([first, second].map(({ executions = [] }) => executions.map(({ name }) => name))).toEqual([["c", "b"], ["a"]]);
  expect(second.nextToken).toBeUndefined();
});

test("a running execution is stopped", async () => {
  const { promise } = Promise.withResolvers<object>();
  const { client, executions } = await aClient({ ...twoShards, plan: () => promise });
  await client.send(new StartExecutionCommand({ stateMachineArn, name: "one" }));

  const stopped = await client.send(new StopExecutionCommand({ executionArn, error: "Enough" }));
  await executions.idle();

  expect(stopped.stopDate).toEqual(expect.any(Date));
  expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
    status: "ABORTED",
    error: "Enough",
  });
});

test("errors come under the names that the SDK knows", async () => {
  const { client, executions } = await aClient();
  await client.send(new StartExecutionCommand({ stateMachineArn, name: "one" }));
  await executions.idle();

  const again = client.send(new StartExecutionCommand({ stateMachineArn, name: "one" }));
  await expect(again).rejects.toThrow(ExecutionAlreadyExists);
  const elsewhere = client.send(new StartExecutionCommand({ stateMachineArn: `${stateMachineArn}-2`, name: "one" }));
  await expect(elsewhere).rejects.toThrow(StateMachineDoesNotExist);
  const unknown = client.send(new DescribeExecutionCommand({ executionArn: `${executionArn}-2` }));
  await expect(unknown).rejects.toThrow(ExecutionDoesNotExist);
  await expect(client.send(new ListStateMachinesCommand({}))).rejects.toThrow("ListStateMachines is not implemented");
  const versioned = new StartExecutionCommand({ stateMachineArn, name: "two", traceHeader: "x" });
  await expect(client.send(versioned)).rejects.toMatchObject({ name: "ValidationException" });
});
