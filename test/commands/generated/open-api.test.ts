import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { openApiDocument } from "#commands/generated/open-api/document.ts";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { endpoints } from "#shared/contract/endpoints.ts";
import { roles } from "#shared/contract/roles.ts";

// both ids are this test's own: an id belongs to one schema of the whole program
const Inner = z
  .strictObject({ sure: z.boolean().default(true) })
  .readonly()
  .meta({ id: "OpenApiTestInner" });
const Thing = z.strictObject({ inner: Inner.exactOptional(), day: z.iso.date() }).meta({ id: "OpenApiTestThing" });
const Same = z.strictObject({ word: z.string() }).meta({ id: "OpenApiTestSame", examples: [{ word: "积分" }] });

const storeThing = {
  id: "store-thing",
  method: "POST",
  path: "/v1/shelves/{shelf}/things",
  summary: "Store a thing",
  description: "For tests.",
  roles: ["feed", "operator"],
  params: z.strictObject({ shelf: z.string() }),
  query: z.strictObject({
    asOf: z.iso.date().optional(),
    by: z.string(),
    limit: z.string().transform(Number).default(20),
  }),
  body: z.strictObject({ thing: Thing, same: Same }),
  answers: { 201: { description: "Stored", body: z.strictObject({ thing: Thing, same: Same }) } },
  refusals: ["batch-unknown"],
  stores: true,
} as const satisfies Endpoint;

const readThing = {
  ...storeThing,
  id: "read-thing",
  method: "GET",
  body: undefined,
  stores: undefined,
  query: undefined,
  etag: true,
  refusals: [],
} as unknown as Endpoint;

const openPage = {
  ...readThing,
  id: "open-page",
  path: "/v1/shelves/{shelf}/page",
  roles: [],
  public: true,
  answers: { 200: { description: "A page", body: z.string(), mediaType: "text/html" } },
} as unknown as Endpoint;

/** What stands at the end of the way. */
const at = (value: unknown, ...way: readonly (string | number)[]): unknown =>
  way.reduce<unknown>((found, key) => (found as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key], value);

const document = openApiDocument([storeThing, readThing, openPage]);
const store = at(document, "paths", "/v1/shelves/{shelf}/things", "post");
const read = at(document, "paths", "/v1/shelves/{shelf}/things", "get");
const contract = openApiDocument(endpoints);

/** Every JSON schema in the value, with the way to it. */
const objectSchemas = (value: unknown, path = ""): readonly (readonly [string, Record<string, unknown>])[] => {
  if (typeof value !== "object" || value === null) return [];
  const own =
    "properties" in value || ("type" in value && value.type === "object")
      ? [[path, value as Record<string, unknown>] as const]
      : [];
  return [...own, ...Object.entries(value).flatMap(([name, inner]) => objectSchemas(inner, `${path}/${name}`))];
};

describe("the document", () => {
  test.each([
    ["of the whole contract", contract],
    ["of the calls of this test", document],
  ])("%s is OpenAPI 3.1", async (_, made) => {
    const validator = new Validator();

    const { valid, errors } = await validator.validate(structuredClone(made));

    expect(errors ?? []).toEqual([]);
    expect([valid, validator.version]).toEqual([true, "3.1"]);
  });

  test("lets nothing unknown into or out of the service", () => {
    const open = [...objectSchemas(contract.paths), ...objectSchemas(at(contract, "components", "schemas"))].filter(
      ([, schema]) => "properties" in schema && schema.additionalProperties !== false,
    );

    expect(open.map(([path]) => path)).toEqual([]);
  });

  test("never calls a field of a request read-only", () => {
    expect(JSON.stringify([document, contract])).not.toContain("readOnly");
  });

  test("holds a reference for every component and a component for every reference", () => {
    const text = JSON.stringify(contract);
    const names = Object.keys(at(contract, "components", "schemas") as object);
    const refs = new Set([...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name));

    expect([...refs].sort()).toEqual([...names].sort());
  });
});

describe("a call", () => {
  test("names its roles, for programs and for people", () => {
    expect(at(store, "x-roles")).toEqual(["feed", "operator"]);
    expect(at(store, "description")).toBe("For tests.\n\nRoles: feed, operator.");
    expect(at(store, "security")).toEqual([{ token: [] }]);
  });

  test("that is public asks for no token, names no role, and is refused for neither", () => {
    const open = at(document, "paths", "/v1/shelves/{shelf}/page", "get");

    expect(at(open, "x-roles")).toEqual([]);
    expect(at(open, "description")).toBe("For tests.\n\nPublic: no token.");
    expect(at(open, "security")).toEqual([]);
    expect(Object.keys(at(open, "responses") as object)).toEqual(["200", "304", "400", "413", "429", "500", "503"]);
  });

  test("may answer with a page", () => {
    const open = at(document, "paths", "/v1/shelves/{shelf}/page", "get");

    expect(at(open, "responses", 200, "content")).toEqual({ "text/html": { schema: { type: "string" } } });
  });

  test("lists its parameters, and which of them have to be there", () => {
    const listed = (at(store, "parameters") as readonly object[]).map((parameter) => [
      at(parameter, "in"),
      at(parameter, "name"),
      at(parameter, "required"),
    ]);

    expect(listed).toEqual([
      ["path", "shelf", true],
      ["query", "asOf", false],
      ["query", "by", true],
      ["query", "limit", false],
      ["header", "Idempotency-Key", undefined],
    ]);
  });

  test("that tags its answers takes If-None-Match and may say 304", () => {
    expect(at(read, "parameters", 1, "name")).toBe("If-None-Match");
    expect(at(read, "responses", 304, "content")).toBeUndefined();
    expect(at(read, "responses", 201, "headers", "ETag", "required")).toBe(true);
    expect(at(store, "responses", 304)).toBeUndefined();
  });

  test("declares every problem that it may give, and no other", () => {
    const problems = (call: unknown) =>
      [...JSON.stringify(at(call, "responses")).matchAll(/schemas\/problem-([\w-]+)/g)].map(([, code]) => code).sort();

    expect(problems(read)).toEqual(["internal-error", "invalid-request", "role-not-allowed"]);
    expect(problems(store)).toEqual([
      "batch-unknown",
      "idempotency-key-reused",
      "idempotency-key-running",
      "internal-error",
      "invalid-request",
      "malformed-json",
      "role-not-allowed",
      "unsupported-media-type",
    ]);
  });

  test("may be answered by the gateway itself", () => {
    const message = { $ref: "#/components/schemas/GatewayMessage" };

    for (const status of [401, 403, 413, 429, 503]) {
      expect(at(store, "responses", status, "content", "application/json", "schema")).toEqual(message);
    }
    expect(Object.keys(at(store, "responses", 403, "content") as object)).toEqual([
      "application/problem+json",
      "application/json",
    ]);
  });
});

describe("a schema", () => {
  test("that its sender and its reader see alike stands once", () => {
    expect(at(document, "components", "schemas", "OpenApiTestSame")).toMatchObject({ examples: [{ word: "积分" }] });
    expect(at(document, "components", "schemas")).not.toHaveProperty("OpenApiTestSameInput");
  });

  test("with a default is optional to its sender and certain to its reader, and so is what refers to it", () => {
    const schema = (...way: readonly string[]) => at(document, "components", "schemas", ...way);

    expect(schema("OpenApiTestInner", "required")).toEqual(["sure"]);
    expect(schema("OpenApiTestInnerInput", "required")).toBeUndefined();
    expect(schema("OpenApiTestThingInput", "properties", "inner")).toEqual({
      $ref: "#/components/schemas/OpenApiTestInnerInput",
    });
  });

  test("shares its id with no other", () => {
    const Other = z.strictObject({ other: z.string() });
    const twice = { ...readThing, answers: { 200: { description: "", body: withId(Other, "OpenApiTestTwice") } } };
    const again = { ...readThing, answers: { 200: { description: "", body: withId(Same, "OpenApiTestTwice") } } };

    expect(() => openApiDocument([twice, again])).toThrow("OpenApiTestTwice");
  });
});

// zod itself refuses some of this, depending on how the second schema came by its id
const withId = (schema: z.ZodType, id: string): z.ZodType => schema.clone().meta({ id });

test("every role may make some call", () => {
  expect(new Set(endpoints.flatMap((endpoint) => endpoint.roles))).toEqual(new Set(roles));
});
