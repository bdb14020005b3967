import * as z from "zod";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import type { ProblemCode } from "#shared/contract/problem.ts";
import type { JsonObject } from "./json.ts";
import { mayPass, problemSchema, problemsOf, statusOf } from "./problems.ts";
import type { Schemas } from "./schemas.ts";

/** Everything that the call may answer, by status: its own answers, its problems, and what the gateway says in its stead. */
export const responsesOf = (endpoint: Endpoint, schemas: Schemas): JsonObject => {
  const answers: Record<number, JsonObject> = {};
  for (const [status, { description, body, mediaType = "application/json" }] of Object.entries(endpoint.answers)) {
    const content = body && { content: { [mediaType]: { schema: schemas.output(body) } } };
    answers[Number(status)] = { description, headers: answerHeaders(endpoint), ...content };
  }
  if (endpoint.etag)
    answers[304] = { description: "What `If-None-Match` names still holds", headers: validatorsOf(endpoint) };

  const problems = problemsOf(endpoint);
  const gateways = Object.keys(gatewayMessages).filter((status) => !(endpoint.public && ofTokens.includes(status)));
  for (const status of new Set([...problems.map(statusOf), ...gateways.map(Number)])) {
    const codes = problems.filter((code) => statusOf(code) === status);
    answers[status] = refusal(status, codes, schemas);
  }
  return answers;
};

/** A problem of one of these codes, where the gateway may say no with the same status its own message as well. */
export const refusal = (status: number, codes: readonly ProblemCode[], schemas: Schemas): JsonObject => {
  const message = gatewayMessages[status];
  return {
    description: [
      ...codes.map((code) => `\`/problems/${code}\``),
      ...(message ? [`the gateway: ${message}`] : []),
    ].join(", "),
    ...(codes.some(mayPass) && { headers: { "Retry-After": retryAfter } }),
    content: {
      ...(codes.length > 0 && { "application/problem+json": { schema: problem(codes, schemas) } }),
      ...(message && { "application/json": { schema: schemas.output(GatewayMessage), example: { message } } }),
    },
  };
};

const problem = (codes: readonly ProblemCode[], schemas: Schemas): JsonObject => {
  const [only, ...others] = codes.map((code) => schemas.output(problemSchema(code)));
  return only && others.length === 0 ? only : { oneOf: codes.map((code) => schemas.output(problemSchema(code))) };
};

/** What API Gateway answers by itself, before or in place of a handler. */
const gatewayMessages: Readonly<Record<number, string>> = {
  401: "Unauthorized",
  403: "Forbidden",
  413: "Request Entity Too Large",
  429: "Too Many Requests",
  503: "Service Unavailable",
};

/** What it answers only where a token is asked for. */
const ofTokens: readonly string[] = ["401", "403"];

const GatewayMessage = z
  .strictObject({ message: z.string() })
  .meta({ id: "GatewayMessage", description: "API Gateway's own words; no problem" });

const retryAfter = {
  description: "Seconds to wait, where waiting helps",
  schema: { type: "string", pattern: "^\\d+$" },
} as const;

const validatorsOf = ({ keptSeconds }: Endpoint): JsonObject => ({
  ETag: {
    description: "Strong: the same tag, the same bytes",
    required: true,
    schema: { type: "string", pattern: '^"[\\w-]+"$' },
  },
  "Cache-Control": {
    required: true,
    schema: { const: keptSeconds === undefined ? "private, no-cache" : `public, max-age=${keptSeconds}` },
  },
});

const answerHeaders = (endpoint: Endpoint): JsonObject => ({
  ...(endpoint.etag ? validatorsOf(endpoint) : { "Cache-Control": { required: true, schema: { const: "no-store" } } }),
  ...(endpoint.stores && {
    "Idempotency-Replayed": {
      description: "The request was carried out before under this Idempotency-Key; this is the answer it got then",
      schema: { const: "true" },
    },
  }),
});
