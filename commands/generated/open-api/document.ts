import type { Endpoint } from "#shared/contract/endpoint.ts";
import { introduction } from "./introduction.ts";
import type { JsonObject } from "./json.ts";
import { operation } from "./operation.ts";
import { refusal } from "./responses.ts";
import { schemas } from "./schemas.ts";

/** The contract as an OpenAPI 3.1 document, from the very schemas by which the handlers parse. */
export const openApiDocument = (endpoints: readonly Endpoint[]): JsonObject => {
  const collected = schemas();
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operation(endpoint, collected),
    };
  }
  return collected.close({
    openapi: "3.1.0",
    info: {
      title: "Points service for new residents (新市民积分)",
      version: "1",
      description: introduction,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/", description: "Where this deployment answers" }],
    paths,
    components: {
      responses: {
        RouteUnknown: refusal(404, ["route-unknown"], collected),
        MethodNotAllowed: {
          ...refusal(405, ["method-not-allowed"], collected),
          headers: { Allow: { required: true, schema: { type: "string" } } },
        },
      },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: tokenDescription },
      },
    },
  });
};

const tokenDescription =
  "RS256, from the OIDC issuer that the deployment trusts. Lists are space-separated strings: `role`, `areas` (GB/T 2260 codes; " +
  "a city's code covers its counties, the province's all). `department` names a feed's or verifier's department, " +
  "`resident_id` a resident; `sub` says who acted and has to be there.";
