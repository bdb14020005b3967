import { describe, expect, test } from "vitest";
import * as z from "zod";
import { endpoints } from "#shared/contract/endpoints.ts";

const each = endpoints.map((endpoint) => [endpoint.id, endpoint] as const);

test("no two calls have the same name or the same method and path", () => {
  expect(new Set(endpoints.map(({ id }) => id)).size).toBe(endpoints.length);
  expect(new Set(endpoints.map(({ method, path }) => `${method} ${path}`)).size).toBe(endpoints.length);
});

test("public are the check of a certificate, what a listing shows and the proof of an entry, and nothing else", () => {
  expect(endpoints.filter((endpoint) => endpoint.public).map(({ id }) => id)).toEqual([
    "check-certificate",
    "list-listings",
    "read-listing",
    "read-listing-entry",
    "export-listing",
    "download-listing",
    "print-listing",
    "prove-listing-entry",
  ]);
});

describe.each(each)("%s", (_, endpoint) => {
  test("parses exactly the parameters of its path", () => {
    const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

    expect(Object.keys(endpoint.params?.shape ?? {})).toEqual(inPath);
  });

  test("has a body only where its method has one, tags only what is read and keeps keys only where it stores", () => {
    const reads = endpoint.method === "GET";

    expect(reads && (endpoint.body ?? endpoint.stores)).toBeFalsy();
    expect(!reads && endpoint.etag).toBeFalsy();
  });

  test("names its roles, or is public and then stores nothing", () => {
    expect(endpoint.roles.length > 0).toBe(!endpoint.public);
    expect(endpoint.public && endpoint.stores).toBeFalsy();
    expect(endpoint.keptSeconds !== undefined && !endpoint.public).toBe(false);
    expect(endpoint.keptSeconds ?? 0).toBeLessThanOrEqual(300);
  });

  test("refuses what it does not know, in path, query and body", () => {
    const unknown = { "nobody-would-call-a-field-so": 1 };

    for (const schema of [endpoint.params, endpoint.query, endpoint.body]) {
      const issues = schema?.safeParse(unknown).error?.issues ?? [];
      expect(schema === undefined || JSON.stringify(issues).match(/unrecognized_keys|invalid_union/)).toBeTruthy();
    }
  });

  test("bounds every list that it takes", () => {
    const schema = z.toJSONSchema(endpoint.body ?? z.null(), { io: "input" });

    const unbounded = lists(schema).filter(([, list]) => !("maxItems" in list));

    expect(unbounded).toEqual([]);
  });

  test("answers with success, and words its refusals once", () => {
    expect(Object.keys(endpoint.answers).filter((status) => !/^2\d\d$/.test(status))).toEqual([]);
    expect(new Set(endpoint.refusals).size).toBe(endpoint.refusals.length);
  });
});

/** Every list in a JSON schema, with the way to it. */
const lists = (value: unknown, path = ""): readonly (readonly [string, object])[] => {
  if (typeof value !== "object" || value === null) return [];
  const own = "type" in value && value.type === "array" ? [[path, value] as const] : [];
  return [...own, ...Object.entries(value).flatMap(([name, inner]) => lists(inner, `${path}/${name}`))];
};
