import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { type Json, type JsonObject, refsIn, withRefs } from "./json.ts";

/** What a schema is for: a default makes a field optional to its sender and certain to its reader. */
type Direction = "input" | "output";

/** The schemas of a document: those with an id become components, the others stand where they are used. */
export interface Schemas {
  readonly input: (schema: z.ZodType) => JsonObject;
  readonly output: (schema: z.ZodType) => JsonObject;
  /** The finished document: all components under their names, all references pointing to them. */
  readonly close: (document: JsonObject) => JsonObject;
}

export const schemas = (): Schemas => {
  const components: Record<Direction, Map<string, JsonObject>> = { input: new Map(), output: new Map() };

  const convert = (direction: Direction) => (schema: z.ZodType) => {
    const { properties, definitions } = converted(schema, direction);
    for (const [id, definition] of Object.entries(definitions)) {
      const known = components[direction].get(id);
      if (known && !isDeepStrictEqual(known, definition)) throw new Error(`two schemas bear the id ${id}`);
      components[direction].set(id, definition);
    }
    return properties;
  };

  return {
    input: convert("input"),
    output: convert("output"),
    close: (document) => {
      const differing = differingIds(components.input, components.output);
      const rename = (ref: string): string => {
        const [direction, id] = ref.split(":");
        return id === undefined ? ref : `#/components/schemas/${nameOf(direction as Direction, id, differing)}`;
      };
      const named = (["input", "output"] as const).flatMap((direction) =>
        [...components[direction]].map(([id, schema]) => [nameOf(direction, id, differing), schema] as const),
      );
      const closed = { ...document, components: { ...at(document, "components"), schemas: sorted(named) } };
      return withRefs(closed, rename) as JsonObject;
    },
  };
};

const nameOf = (direction: Direction, id: string, differing: ReadonlySet<string>): string =>
  direction === "input" && differing.has(id) ? `${id}Input` : id;

interface Converted {
  readonly properties: JsonObject;
  readonly definitions: Readonly<Record<string, JsonObject>>;
}

const converted = (schema: z.ZodType, direction: Direction): Converted => {
  // as a field of another, a schema that has an id becomes a reference like any other
  const { properties, $defs = {} } = z.toJSONSchema(z.object({ schema }), {
    io: direction,
    override: ({ jsonSchema }) => {
      // zod means "nobody changes the parsed value", OpenAPI "nobody may send it"
      delete jsonSchema.readOnly;
    },
  });
  const marked = withRefs({ schema: properties?.schema, $defs } as unknown as JsonObject, (ref) =>
    ref.replace("#/$defs/", `${direction}:`),
  ) as { readonly schema: JsonObject; readonly $defs: Readonly<Record<string, JsonObject>> };
  return { properties: marked.schema, definitions: marked.$defs };
};

/** The ids whose sender and reader see something different, in the schema itself or in one that it refers to. */
const differingIds = (
  inputs: ReadonlyMap<string, JsonObject>,
  outputs: ReadonlyMap<string, JsonObject>,
): ReadonlySet<string> => {
  const shared = [...inputs.keys()].filter((id) => outputs.has(id));
  const differing = new Set<string>();
  const idsIn = (schema: Json | undefined) => refsIn(schema ?? null).map((ref) => ref.replace(/^.*:/, ""));
  const bare = (schema: JsonObject | undefined) => withRefs(schema ?? null, (ref) => ref.replace(/^.*:/, ""));
  for (let before = -1; before !== differing.size; ) {
    before = differing.size;
    for (const id of shared) {
      const same = isDeepStrictEqual(bare(inputs.get(id)), bare(outputs.get(id)));
      if (!same || idsIn(inputs.get(id)).some((inner) => differing.has(inner))) differing.add(id);
    }
  }
  return differing;
};

const sorted = (entries: readonly (readonly [string, JsonObject])[]): JsonObject =>
  Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));

const at = (document: JsonObject, name: string): JsonObject => (document[name] ?? {}) as JsonObject;
