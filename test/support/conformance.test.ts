import { describe, expect, test } from "vitest";
import * as z from "zod";
import { openApiDocument } from "#commands/generated/open-api/document.ts";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { type Answered, conformance } from "./conformance.ts";

const things = {
  id: "read-thing",
  method: "GET",
  path: "/v1/things/{thing}",
  summary: "A thing",
  description: "For tests",
  roles: ["window"],
  params: z.strictObject({ thing: z.string() }),
  answers: {
    200: {
      description: "The thing",
      body: z.strictObject({
        day: z.iso.date(),
        points: z.number().multipleOf(0.01),
        more: z.strictObject({}).exactOptional(),
      }),
    },
  },
  refusals: ["job-unknown"],
  etag: true,
} as const satisfies Endpoint;

const literal = {
  ...things,
  id: "read-all",
  path: "/v1/things/all",
  params: z.strictObject({}),
  answers: { 200: { description: "All", body: z.array(z.string()) } },
} as const satisfies Endpoint;

const page = {
  ...things,
  id: "read-page",
  path: "/v1/things/{thing}/page",
  answers: { 200: { description: "A page", body: z.string().regex(/^<!doctype html>/), mediaType: "text/html" } },
} as const satisfies Endpoint;

const assertConforms = conformance(openApiDocument([things, literal, page]));

const json = { "Content-Type": "application/json; charset=utf-8", ETag: '"tag"', "cache-control": "private, no-cache" };
const problemJson = { "content-type": "application/problem+json" };

const good: Answered = { status: 200, headers: json, bodyText: '{"day":"2024-06-30","points":0.07}' };

const html = { ...json, "Content-Type": "text/html; charset=utf-8" };
const aPage: Answered = { status: 200, headers: html, bodyText: "<!doctype html><title>A page</title>" };

const problem = (code: string, status: number, title: string): Answered => ({
  status,
  headers: { ...problemJson, allow: "GET" },
  bodyText: JSON.stringify({ type: `/problems/${code}`, title, status, detail: "Do this." }),
});

const unknownJob = problem("job-unknown", 404, "No such recomputation");
const unknownRoute = problem("route-unknown", 404, "There is no such call");
const wrongMethod = problem("method-not-allowed", 405, "The path knows other methods");

describe("an answer conforms", () => {
  test.each<[string, string, string, Answered]>([
    ["by template", "GET", "/v1/things/{thing}", good],
    ["by address", "GET", "http://127.0.0.1:3000/v1/things/one?asOf=2024-06-30", good],
    ["by the more literal path", "GET", "/v1/things/all", { ...good, bodyText: '["a"]' }],
    ["as a page", "GET", "/v1/things/one/page", aPage],
    ["without a body", "GET", "/v1/things/one", { status: 304, headers: json, bodyText: "" }],
    ["as a problem", "GET", "/v1/things/one", unknownJob],
    [
      "as the gateway's message",
      "GET",
      "/v1/things/one",
      {
        status: 401,
        headers: { "content-type": "application/json" },
        bodyText: '{"message":"Unauthorized"}',
      },
    ],
    ["on an unknown path", "GET", "/v1/nothing", unknownRoute],
    ["under another method", "POST", "/v1/things/one", wrongMethod],
  ])("%s", (_, method, path, answered) => {
    expect(() => assertConforms(method, path, answered)).not.toThrow();
  });
});

describe("an answer does not conform", () => {
  test.each<[string, string, string, Answered, string]>([
    ["with an undeclared status", "GET", "/v1/things/one", { ...good, status: 201 }, "does not declare"],
    [
      "with an undeclared media type",
      "GET",
      "/v1/things/one",
      { ...good, headers: { ...json, "Content-Type": "text/html" } },
      "as text/html",
    ],
    [
      "with an unknown property",
      "GET",
      "/v1/things/one",
      { ...good, bodyText: '{"day":"2024-06-30","points":1,"extra":1}' },
      "additional properties",
    ],
    [
      "with an unknown property inside",
      "GET",
      "/v1/things/one",
      { ...good, bodyText: '{"day":"2024-06-30","points":1,"more":{"extra":1}}' },
      "additional properties",
    ],
    ["without a property", "GET", "/v1/things/one", { ...good, bodyText: '{"day":"2024-06-30"}' }, "required property"],
    ["with no day", "GET", "/v1/things/one", { ...good, bodyText: '{"day":"2024-02-30","points":1}' }, "must match"],
    [
      "with a third decimal",
      "GET",
      "/v1/things/one",
      { ...good, bodyText: '{"day":"2024-06-30","points":0.125}' },
      "multiple of",
    ],
    [
      "without its ETag",
      "GET",
      "/v1/things/one",
      { ...good, headers: { "content-type": "application/json" } },
      "without ETag",
    ],
    ["with a weak ETag", "GET", "/v1/things/one", { ...good, headers: { ...json, ETag: 'W/"tag"' } }, "with ETag"],
    [
      "for shared caches",
      "GET",
      "/v1/things/one",
      { ...good, headers: { ...json, "cache-control": "public" } },
      "with Cache-Control",
    ],
    ["as JSON for a page", "GET", "/v1/things/one/page", good, "as application/json"],
    ["with another text for a page", "GET", "/v1/things/one/page", { ...aPage, bodyText: "Hello" }, "must match"],
    ["with a body to 304", "GET", "/v1/things/one", { ...good, status: 304 }, "with a body"],
    ["with another call's problem", "GET", "/v1/things/one", unknownRoute, "does not fit"],
    ["with a problem as plain JSON", "GET", "/v1/things/one", { ...unknownJob, headers: json }, "as application/json"],
    [
      "with a message for a problem",
      "GET",
      "/v1/things/one",
      { ...unknownJob, bodyText: '{"message":"Not Found"}' },
      "does not fit",
    ],
    ["with success on an unknown path", "GET", "/v1/nothing", good, "does not declare"],
    ["with 404 under another method", "POST", "/v1/things/one", unknownRoute, "does not declare"],
    ["with 405 but no Allow", "POST", "/v1/things/one", { ...wrongMethod, headers: problemJson }, "without Allow"],
  ])("%s", (_, method, path, answered, complaint) => {
    expect(() => assertConforms(method, path, answered)).toThrow(complaint);
  });
});
