import * as z from "zod";
import { type Api, apiIn } from "./api.ts";
import type { Assembly, Resource } from "./assembly.ts";
import { type FunctionDefinition, functionsIn } from "./functions.ts";
import { resolverOf } from "./resolve.ts";
import type { ResourcesOf } from "./resources-of.ts";
import { type TableDefinition, tablesIn } from "./tables.ts";
import { withoutMeaning } from "./without-meaning.ts";

/** All that the one-machine system takes from the synthesized templates. */
export interface Wiring {
  readonly tables: readonly TableDefinition[];
  readonly functions: readonly FunctionDefinition[];
  readonly api: Api;
}

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
  };
  const refused = stacks
    .flatMap(({ resources }) => resources)
    .filter(({ type }) => !known.has(type) && !Object.hasOwn(withoutMeaning, type))
    .map(({ logicalId, type }) => `${type} (${logicalId})`);
  if (refused.length > 0) throw new Error(`the one-machine system doesn't implement ${refused.join(", ")}`);
  for (const { key, functionName } of wiring.api.routes) {
    if (wiring.functions.some(({ name }) => name === functionName)) continue;
    throw new Error(`the route ${key} leads to ${functionName}, which is no function`);
  }
  return wiring;
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
