import * as z from "zod";
import { ignored } from "./ignored.ts";
import type { ResourcesOf } from "./resources-of.ts";

const LambdaFunction = z.strictObject({
  Runtime: z.templateLiteral(["nodejs", z.int(), ".x"]),
  Handler: z.string().regex(/^[\w-]+\.\w+$/),
  Code: z.strictObject({ S3Key: z.templateLiteral([z.string(), ".zip"]), S3Bucket: ignored }),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.string()) }).optional(),
  MemorySize: z.int().default(128),
  Timeout: z.int().default(3),
  // the machine's own, or of no effect on what a function does
  Architectures: ignored,
  Description: ignored,
  LoggingConfig: ignored,
  ReservedConcurrentExecutions: ignored,
  Role: ignored,
  Tags: ignored,
  TracingConfig: ignored,
});

/** One Lambda function, with its bundle on this disk. */
export interface FunctionDefinition {
  readonly name: string;
  readonly directory: string;
  /** As Lambda writes it: `query-score.handler`. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly timeoutMs: number;
}

export const functionsIn = (
  resourcesOf: ResourcesOf,
  assets: ReadonlyMap<string, string>,
): readonly FunctionDefinition[] =>
  resourcesOf("AWS::Lambda::Function", LambdaFunction).map(({ id, properties }) => ({
    name: id,
    directory: assetOf(assets, properties.Code.S3Key),
    handler: properties.Handler,
    environment: properties.Environment?.Variables ?? {},
    memoryMb: properties.MemorySize,
    timeoutMs: properties.Timeout * 1000,
  }));

const assetOf = (assets: ReadonlyMap<string, string>, key: string): string => {
  const directory = assets.get(key.replace(/\.zip$/, ""));
  if (directory === undefined) throw new Error(`the assembly holds no asset ${key}`);
  return directory;
};
