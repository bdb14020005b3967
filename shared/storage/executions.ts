import * as z from "zod";

/**
 * What an execution of the state machine for mass work begins with: a schedule names a kind of work, a call names a job
 * it has stored, and a worker whose slice ended names the shard that goes on.
 */
export const ExecutionInput = z.union([
  z.strictObject({ work: z.enum(["night", "sweep", "rules"]) }).readonly(),
  z.strictObject({ jobId: z.string() }).readonly(),
  z.strictObject({ jobId: z.string(), shard: z.string(), slice: z.int().min(1) }).readonly(),
]);
export type ExecutionInput = z.infer<typeof ExecutionInput>;

/** Executions of the state machine for mass work. */
export interface Executions {
  /** A name starts once: whether a repetition is told `started` or `started-before`, it changes nothing. At most 80 of [A-Za-z0-9-]. */
  start(name: string, input: ExecutionInput): Promise<"started" | "started-before">;
}
