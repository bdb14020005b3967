import * as z from "zod";
import { awsCron, type CronTimes } from "../scheduler/aws-cron.ts";
import { ignored } from "./ignored.ts";
import type { ResourcesOf } from "./resources-of.ts";

const Schedule = z.strictObject({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default("UTC"),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal("OFF") }),
  State: z.literal("ENABLED").exactOptional(),
  Target: z.strictObject({
    Arn: z.string(),
    Input: z
      .string()
      .refine((text) => !text.includes("<aws.scheduler."), "names of the firing are not implemented")
      .exactOptional(),
    RetryPolicy: z
      .strictObject({
        MaximumEventAgeInSeconds: z.int().min(60).max(86_400).default(86_400),
        MaximumRetryAttempts: z.int().min(0).max(185).default(185),
      })
      .prefault({}),
    DeadLetterConfig: z.strictObject({ Arn: z.string() }).exactOptional(),
    RoleArn: ignored,
  }),
  Name: ignored,
  GroupName: ignored,
  Description: ignored,
});

/** When which state machine is started or which function called with what, and what becomes of a start that fails. */
export interface ScheduleDefinition {
  readonly name: string;
  readonly times: CronTimes;
  /** A state machine's name or logical id, or a function's. */
  readonly target: string;
  readonly input: string;
  readonly retries: number;
  readonly maximumAgeMs: number;
  readonly deadLetterQueue: string | undefined;
}

export const schedulesIn = (resourcesOf: ResourcesOf): readonly ScheduleDefinition[] =>
  resourcesOf("AWS::Scheduler::Schedule", Schedule).map(({ id, properties }) => {
    const { Arn, Input = "{}", RetryPolicy, DeadLetterConfig } = properties.Target;
    return {
      name: id,
      times: awsCron(properties.ScheduleExpression, properties.ScheduleExpressionTimezone),
      target: Arn.split(":").at(-1) ?? "",
      input: Input,
      retries: RetryPolicy.MaximumRetryAttempts,
      maximumAgeMs: RetryPolicy.MaximumEventAgeInSeconds * 1000,
      deadLetterQueue: DeadLetterConfig?.Arn.split(":").at(-1),
    };
  });
