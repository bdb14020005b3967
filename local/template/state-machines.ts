import * as z from "zod";
import { ignored } from "./ignored.ts";
import type { ResourcesOf } from "./resources-of.ts";
import { StatesLanguage, tasksIn } from "./states-language.ts";

const StateMachine = z.strictObject({
  DefinitionString: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(StatesLanguage),
  StateMachineName: z.string(),
  StateMachineType: z.literal("STANDARD").exactOptional(),
  // permissions, logs and traces
  RoleArn: ignored,
  LoggingConfiguration: ignored,
  TracingConfiguration: ignored,
  EncryptionConfiguration: ignored,
  Tags: ignored,
});

/** One state machine, with the functions that its tasks call. */
export interface StateMachineDefinition {
  readonly id: string;
  readonly name: string;
  readonly definition: StatesLanguage;
  readonly tasks: readonly TaskDefinition[];
}

export interface TaskDefinition {
  readonly state: string;
  readonly functionName: string;
  readonly timeoutMs: number | undefined;
  /** Of each retrier, how long it pauses first. */
  readonly retryAfterMs: readonly number[];
}

export const stateMachinesIn = (resourcesOf: ResourcesOf): readonly StateMachineDefinition[] =>
  resourcesOf("AWS::StepFunctions::StateMachine", StateMachine).map(({ id, properties }) => ({
    id,
    name: properties.StateMachineName,
    definition: properties.DefinitionString,
    tasks: tasksIn(properties.DefinitionString).map(([state, { Resource, TimeoutSeconds, Retry = [] }]) => ({
      state,
      functionName: Resource.split(":").at(-1) ?? "",
      timeoutMs: TimeoutSeconds === undefined ? undefined : TimeoutSeconds * 1000,
      retryAfterMs: Retry.map(({ IntervalSeconds = 1 }) => IntervalSeconds * 1000),
    })),
  }));
