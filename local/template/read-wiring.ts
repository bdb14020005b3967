import * as z from "zod";
import { apiIn } from "./api.ts";
import type { Assembly, Resource } from "./assembly.ts";
import { bucketsIn } from "./buckets.ts";
import { edgesOf } from "./edges.ts";
import { eventSourceMappingsIn } from "./event-source-mappings.ts";
import { functionsIn } from "./functions.ts";
import { invokeConfigsIn } from "./invoke-configs.ts";
import { queuesIn } from "./queues.ts";
import { resolverOf } from "./resolve.ts";
import type { ResourcesOf } from "./resources-of.ts";
import { schedulesIn } from "./schedules.ts";
import { stateMachinesIn, type TaskDefinition } from "./state-machines.ts";
import { tablesIn } from "./tables.ts";
import type { Wiring } from "./wiring.ts";
import { withoutMeaning } from "./without-meaning.ts";

/** @throws Error that names every resource type, and the property, that isn't implemented */
export const readWiring = ({ stacks, assets }: Assembly): Wiring => {
  const known = new Set<string>();
  const resourcesOf: ResourcesOf = (type, schema) => {
    known.add(type);
    return stacks.flatMap((stack) =>
      stack.resources
        .filter((resource) => resource.type === type)
        .map((resource) => ({
          id: resource.logicalId,
          properties: parsed(resource, schema, resolverOf(stack, stacks)(resource.properties)),
        })),
    );
  };

  const wiring = {
    tables: tablesIn(resourcesOf),
    functions: functionsIn(resourcesOf, assets),
    api: apiIn(resourcesOf),
    mappings: eventSourceMappingsIn(resourcesOf),
    queues: queuesIn(resourcesOf),
    stateMachines: stateMachinesIn(resourcesOf),
    schedules: schedulesIn(resourcesOf),
    invokeConfigs: invokeConfigsIn(resourcesOf),
    buckets: bucketsIn(resourcesOf),
  };
  const refused = stacks
    .flatMap(({ resources }) => resources)
    .filter(({ type }) => !known.has(type) && !Object.hasOwn(withoutMeaning, type))
    .map(({ logicalId, type }) => `${type} (${logicalId})`);
  if (refused.length > 0) throw new Error(`the one-machine system doesn't implement ${refused.join(", ")}`);
  assertNamedOnce(stacks, known);
  for (const { from, to, ofKind, names } of edgesOf(wiring)) {
    if (!names.includes(to)) throw new Error(`${from} leads to ${to}, which is no ${ofKind}`);
  }
  for (const { name, tasks } of wiring.stateMachines) {
    for (const task of tasks) assertFunctionEndsFirst(name, task, wiring);
  }
  return wiring;
};

/** A resource is called by its logical id here, which CloudFormation only keeps apart within a stack. */
const assertNamedOnce = (stacks: Assembly["stacks"], types: ReadonlySet<string>): void => {
  const named = new Set<string>();
  for (const { type, logicalId } of stacks.flatMap(({ resources }) => resources)) {
    if (!types.has(type)) continue;
    if (named.has(logicalId)) throw new Error(`two stacks have a resource ${logicalId}, and one machine takes one`);
    named.add(logicalId);
  }
};

/** Only what holds on AWS too when more of a Map's items run at once than this machine has threads. */
const assertFunctionEndsFirst = (
  machine: string,
  { state, functionName, timeoutMs }: TaskDefinition,
  { functions }: Wiring,
): void => {
  const ofFunction = functions.find(({ name }) => name === functionName)?.timeoutMs ?? 0;
  if (timeoutMs !== undefined && timeoutMs <= ofFunction)
    throw new Error(`the state ${state} of ${machine} must not time out before its function, after ${ofFunction} ms`);
};

const parsed = <Schema extends z.ZodType>(
  { type, logicalId, isConditional }: Resource,
  schema: Schema,
  properties: unknown,
): z.infer<Schema> => {
  if (isConditional) throw new Error(`the one-machine system doesn't implement a Condition on ${type} (${logicalId})`);
  const result = schema.safeParse(properties);
  if (result.success) return result.data;
  throw new Error(
    `the one-machine system doesn't implement ${type} (${logicalId}) as written:\n${z.prettifyError(result.error)}`,
  );
};
