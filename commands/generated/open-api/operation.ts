import type * as z from "zod";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import type { Json, JsonObject } from "./json.ts";
import { responsesOf } from "./responses.ts";
import type { Schemas } from "./schemas.ts";

/** One call as OpenAPI writes it. */
export const operation = (endpoint: Endpoint, schemas: Schemas): JsonObject => {
  const { id, summary, description, roles, params, query, body, etag, stores, path, public: isPublic } = endpoint;
  return {
    operationId: id,
    summary,
    description: `${description}\n\n${isPublic ? "Public: no token." : `Roles: ${roles.join(", ")}.`}`,
    tags: [path.split("/")[2] ?? "other"],
    security: isPublic ? [] : [{ token: [] }],
    "x-roles": roles,
    parameters: [
      ...(params ? parameters("path", params, schemas) : []),
      ...(query ? parameters("query", query, schemas) : []),
      ...(etag ? [ifNoneMatch] : []),
      ...(stores ? [idempotencyKey] : []),
    ],
    ...(body && { requestBody: { required: true, content: { "application/json": { schema: schemas.input(body) } } } }),
    responses: responsesOf(endpoint, schemas),
  };
};

const parameters = (where: "path" | "query", object: z.ZodObject, schemas: Schemas): readonly Json[] => {
  const { properties = {}, required = [] } = schemas.input(object) as ParametersSchema;
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: where,
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema,
  }));
};

interface ParametersSchema {
  readonly properties?: Readonly<Record<string, JsonObject>>;
  readonly required?: readonly string[];
}

const ifNoneMatch = {
  name: "If-None-Match",
  in: "header",
  description: "The ETag of the answer you hold; 304 when it is still the answer",
  schema: { type: "string" },
} as const;

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  description:
    "Your own name for this request, for 24 hours: however often it is sent, it is carried out once and gets the same answer. " +
    "A request that was refused may be sent again under its key; another request under the same key is 409.",
  schema: { type: "string", pattern: "^[\\x21-\\x7e]{1,255}$" },
} as const;
