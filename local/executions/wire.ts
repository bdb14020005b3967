import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import * as z from "zod";
import { type AwsOperation, awsJsonServer, WireFault } from "../aws-json-server.ts";
import type { Execution } from "./execution.ts";
import { type Executions, executionArn, machineArn } from "./executions.ts";

/** The door of Step Functions, on a free port of 127.0.0.1. */
export const listenForExecutions = async (executions: Executions) => {
  const server = awsJsonServer({ targetPrefix: "AWSStepFunctions", operations: operationsOn(executions) });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

const operationsOn = (executions: Executions): Readonly<Record<string, AwsOperation>> => ({
  StartExecution: taking(StartExecution, ({ stateMachineArn, name = randomUUID(), input }) => {
    const execution = executions.start(stateMachineArn, name, input);
    return { executionArn: arnOf(execution), startDate: execution.startedAt / 1000 };
  }),
  DescribeExecution: taking(DescribeExecution, ({ executionArn: arn }) => {
    const execution = executions.find(...partsOf(arn));
    const { input, output, error, cause } = execution;
    return { ...summaryOf(execution), input, ...present({ output, error, cause }) };
  }),
  ListExecutions: taking(ListExecutions, ({ stateMachineArn, statusFilter, maxResults, nextToken }) => {
    const found = executions
      .list(stateMachineArn)
      .filter(({ status }) => statusFilter === undefined || status === statusFilter);
    const next = nextToken + maxResults;
    return {
      executions: found.slice(nextToken, next).map(summaryOf),
      ...(found.length > next && { nextToken: `${next}` }),
    };
  }),
  StopExecution: taking(StopExecution, ({ executionArn: arn, error, cause }) => {
    const { stoppedAt } = executions.stop(...partsOf(arn), error, cause);
    return { stopDate: (stoppedAt ?? Date.now()) / 1000 };
  }),
});

const taking =
  <Schema extends z.ZodType>(schema: Schema, perform: (request: z.infer<Schema>) => object): AwsOperation =>
  (body) => {
    const { success, data, error } = schema.safeParse(body);
    if (!success) throw new WireFault("ValidationException", z.prettifyError(error));
    return perform(data);
  };

const StartExecution = z.strictObject({
  stateMachineArn: z.string(),
  name: z.string().exactOptional(),
  input: z.string().default("{}"),
});

const DescribeExecution = z.strictObject({ executionArn: z.string() });

const ListExecutions = z.strictObject({
  stateMachineArn: z.string(),
  statusFilter: z.enum(["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"]).exactOptional(),
  maxResults: z.int().min(1).max(1000).default(100),
  nextToken: z.coerce.number().pipe(z.int().min(0)).default(0),
});

const StopExecution = z.strictObject({
  executionArn: z.string(),
  error: z.string().default(""),
  cause: z.string().default(""),
});

const arnOf = ({ machine, name }: Execution): string => executionArn(machine, name);

const partsOf = (arn: string): [machine: string, name: string] => {
  const [machine = "", name = ""] = arn.split(":").slice(-2);
  return [machine, name];
};

const summaryOf = (execution: Execution) => ({
  executionArn: arnOf(execution),
  stateMachineArn: machineArn(execution.machine),
  name: execution.name,
  status: execution.status,
  startDate: execution.startedAt / 1000,
  ...(execution.stoppedAt !== null && { stopDate: execution.stoppedAt / 1000 }),
});

const present = (fields: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
