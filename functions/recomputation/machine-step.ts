import type * as z from "zod";
import { log } from "#shared/runtime/log.ts";

/**
 * A step of the state machine as a function. Of what it throws the log keeps kinds and places; the machine's own history,
 * which nobody guards like a log, learns only that it failed.
 */
export const machineStep =
  <Input, Output>(
    name: `${string}-${string}`,
    schema: z.ZodType<Input>,
    step: (input: Input) => Promise<Output>,
  ): ((event: unknown) => Promise<Output>) =>
  async (event) => {
    try {
      return await step(schema.parse(event));
    } catch (fault) {
      log.error(`${name}-failed`, { fault });
      throw new Error(`${name} failed`);
    }
  };
