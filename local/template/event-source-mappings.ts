import * as z from "zod";
import { FilterPattern } from "./filter-pattern.ts";
import { ignored } from "./ignored.ts";
import type { ResourcesOf } from "./resources-of.ts";

const shared = {
  FunctionName: z.string(),
  Enabled: z.literal(true).default(true),
  FunctionResponseTypes: z.array(z.literal("ReportBatchItemFailures")).default([]),
  Tags: ignored,
};

/** AWS writes "without end" as -1. */
const orEndless = (limit: z.ZodInt) =>
  z
    .union([z.literal(-1), limit])
    .default(-1)
    .transform((value) => (value === -1 ? undefined : value));

const OfStream = z
  .strictObject({
    ...shared,
    EventSourceArn: z.string().regex(/:table\/[^/]+\/stream\//),
    // LATEST would miss what is written while the pump is away before its first record
    StartingPosition: z.literal("TRIM_HORIZON"),
    BatchSize: z.int().min(1).max(10_000).default(100),
    MaximumBatchingWindowInSeconds: z.int().min(0).max(300).default(0),
    ParallelizationFactor: z.int().min(1).max(10).default(1),
    MaximumRetryAttempts: orEndless(z.int().min(0).max(10_000)),
    MaximumRecordAgeInSeconds: orEndless(z.int().min(60).max(604_800)),
    BisectBatchOnFunctionError: z.boolean().default(false),
    DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) }).optional(),
    FilterCriteria: z.strictObject({ Filters: z.array(z.strictObject({ Pattern: FilterPattern })).max(5) }).optional(),
  })
  .transform((of) => ({
    type: "stream" as const,
    tableName: of.EventSourceArn.split("/")[1] ?? "",
    functionName: lastPart(of.FunctionName),
    batchSize: of.BatchSize,
    batchingWindowSeconds: of.MaximumBatchingWindowInSeconds,
    parallelizationFactor: of.ParallelizationFactor,
    /** After the first attempt; absent: until the record is too old. */
    maximumRetryAttempts: of.MaximumRetryAttempts,
    maximumRecordAgeSeconds: of.MaximumRecordAgeInSeconds,
    bisectsOnError: of.BisectBatchOnFunctionError,
    reportsBatchItemFailures: of.FunctionResponseTypes.length > 0,
    onFailureQueue: of.DestinationConfig && lastPart(of.DestinationConfig.OnFailure.Destination),
    /** A record that matches any of them is delivered; without any, every record is. */
    filters: (of.FilterCriteria?.Filters ?? []).map(({ Pattern }) => Pattern),
  }));

const OfQueue = z
  .strictObject({
    ...shared,
    EventSourceArn: z.string(),
    BatchSize: z.int().min(1).max(10_000).default(10),
    MaximumBatchingWindowInSeconds: z.int().min(0).max(300).default(0),
    ScalingConfig: z.strictObject({ MaximumConcurrency: z.int().min(2).max(1000).optional() }).optional(),
  })
  .transform((of) => ({
    type: "queue" as const,
    queueArn: of.EventSourceArn,
    functionName: lastPart(of.FunctionName),
    batchSize: of.BatchSize,
    batchingWindowSeconds: of.MaximumBatchingWindowInSeconds,
    maximumConcurrency: of.ScalingConfig?.MaximumConcurrency,
    reportsBatchItemFailures: of.FunctionResponseTypes.length > 0,
  }));

// decided by the source alone, so that a refusal speaks of the one kind that was meant
const Mapping = z.looseObject({ EventSourceArn: z.string() }).transform((properties, context) => {
  const parsed = (properties.EventSourceArn.includes("/stream/") ? OfStream : OfQueue).safeParse(properties);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: "custom", path, message });
  return z.NEVER;
});

type WithId<Properties> = Readonly<Properties> & { readonly id: string };
export type StreamMapping = WithId<Omit<z.infer<typeof OfStream>, "type">>;
export type QueueMapping = WithId<Omit<z.infer<typeof OfQueue>, "type">>;

/** Which stream and which queue calls which function. */
export interface EventSourceMappings {
  readonly streams: readonly StreamMapping[];
  readonly queues: readonly QueueMapping[];
}

export const eventSourceMappingsIn = (resourcesOf: ResourcesOf): EventSourceMappings => {
  const streams: StreamMapping[] = [];
  const queues: QueueMapping[] = [];
  for (const { id, properties } of resourcesOf("AWS::Lambda::EventSourceMapping", Mapping)) {
    if (properties.type === "stream") {
      const { type: _, ...mapping } = properties;
      streams.push({ id, ...mapping });
    } else {
      const { type: _, ...mapping } = properties;
      queues.push({ id, ...mapping });
    }
  }
  return { streams, queues };
};

// a function and a queue are called by their logical ids, and their ARNs end in them
const lastPart = (arn: string): string => arn.split(":").at(-1) ?? "";
