import * as z from "zod";
import { shards } from "#shared/storage/shards.ts";

/** One shard to be worked, as the state machine hands it from the plan to a worker. */
export const ShardTask = z
  .strictObject({
    jobId: z.string(),
    run: z.int().min(1),
    shard: z.enum(shards),
    /** The number of pages worked before this slice: what tells it from the others of its shard. */
    slice: z.int().min(0),
  })
  .readonly();
export type ShardTask = z.infer<typeof ShardTask>;

/** What the plan answers. */
export interface WorkPlan {
  readonly jobId: string;
  readonly shards: readonly ShardTask[];
}

/** What a worker answers; `done` is false as well where another worker or another execution goes on. */
export const Worked = z.strictObject({ shard: z.string(), done: z.boolean() }).readonly();
export type Worked = z.infer<typeof Worked>;

/** What a summary begins with: the plan, and what came of each of its shards. */
export const WorkEnd = z
  .object({
    jobId: z.string(),
    shards: z.array(ShardTask).readonly(),
    results: z.array(z.union([Worked, z.strictObject({ gaveUp: z.literal(true) }).readonly()])).readonly(),
  })
  .readonly();
export type WorkEnd = z.infer<typeof WorkEnd>;
