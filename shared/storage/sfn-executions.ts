import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import type { Executions } from "./executions.ts";

export const sfnExecutions = (client: SFNClient, stateMachineArn: string): Executions => ({
  start: async (name, input) => {
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
      return "started";
    } catch (cause) {
      if (cause instanceof ExecutionAlreadyExists) return "started-before";
      throw new Error(`execution ${name} not started`, { cause });
    }
  },
});
