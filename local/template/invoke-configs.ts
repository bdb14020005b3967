import * as z from "zod";
import { ignored } from "./ignored.ts";
import type { ResourcesOf } from "./resources-of.ts";

const EventInvokeConfig = z.strictObject({
  FunctionName: z.string(),
  Qualifier: z.literal("$LATEST"),
  MaximumRetryAttempts: z.int().min(0).max(2).default(2),
  DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) }).optional(),
  // two retries are over in seconds here
  MaximumEventAgeInSeconds: ignored,
});

/** What becomes of a function's event for whose answer nobody waits. A function without one is tried twice more. */
export interface InvokeConfig {
  readonly functionName: string;
  readonly retries: number;
  readonly onFailureQueue: string | undefined;
}

export const invokeConfigsIn = (resourcesOf: ResourcesOf): readonly InvokeConfig[] =>
  resourcesOf("AWS::Lambda::EventInvokeConfig", EventInvokeConfig).map(({ properties }) => ({
    functionName: properties.FunctionName.split(":").at(-1) ?? "",
    retries: properties.MaximumRetryAttempts,
    onFailureQueue: properties.DestinationConfig?.OnFailure.Destination.split(":").at(-1),
  }));
