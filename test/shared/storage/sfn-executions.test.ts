import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SFNClient } from "@aws-sdk/client-sfn";
import { afterEach, expect, test } from "vitest";
import { sfnExecutions } from "#shared/storage/sfn-executions.ts";

let server: Server;
let client: SFNClient;

afterEach(() => {
  client.destroy();
  server.close();
});

/** Executions of a service that answers so. */
const answering = async (status: number, answer: object) => {
  const heard: { readonly target: unknown; readonly body: Readonly<Record<string, string>> }[] = [];
  server = createServer(async (request, response) => {
    const body = JSON.parse((await request.toArray()).join(""));
    heard.push({ target: request.headers["x-amz-target"], body });
    response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  client = new SFNClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  });
  return { executions: sfnExecutions(client, "arn:of:a:machine"), heard };
};

test("an execution is started under its name, with its input as the machine will read it", async () => {
  const { executions, heard } = await answering(200, { executionArn: "arn:of:an:execution", startDate: 1 });

  const started = await executions.start("night-2024-07-01-1", { jobId: "night-2024-07-01" });

  expect(started).toBe("started");
  expect(heard).toEqual([
    {
      target: "AWSStepFunctions.StartExecution",
      body: {
        stateMachineArn: "arn:of:a:machine",
        name: "night-2024-07-01-1",
        input: '{"jobId":"night-2024-07-01"}',
      },
    },
  ]);
});

test("a name that was used before is no error", async () => {
  const { executions } = await answering(400, {
    __type: "ExecutionAlreadyExists",
    message: "Execution Already Exists",
  });

  expect(await executions.start("j-1-1", { jobId: "j-1" })).toBe("started-before");
});

test("whatever else the service says is a fault", async () => {
  const { executions } = await answering(400, { __type: "StateMachineDoesNotExist", message: "none" });

  await expect(executions.start("j-1-1", { jobId: "j-1" })).rejects.toThrow("execution j-1-1 not started");
});
