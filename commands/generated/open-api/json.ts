/** A JSON value under construction. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

export const isJsonObject = (value: Json): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value with every `$ref` in it renamed. */
export const withRefs = (value: Json, rename: (ref: string) => string): Json => {
  if (Array.isArray(value)) return value.map((item) => withRefs(item, rename));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === "$ref" && typeof inner === "string" ? rename(inner) : withRefs(inner, rename),
    ]),
  );
};

/** Every `$ref` in the value. */
export const refsIn = (value: Json): readonly string[] => {
  const refs: string[] = [];
  withRefs(value, (ref) => {
    refs.push(ref);
    return ref;
  });
  return refs;
};
