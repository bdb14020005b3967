import * as z from "zod";
import { ignored } from "./ignored.ts";
import type { ResourcesOf } from "./resources-of.ts";

const onlyTags = { Name: ignored, Description: ignored, Tags: ignored };

const HttpApi = z.strictObject({
  ...onlyTags,
  ProtocolType: z.literal("HTTP"),
  // on one machine there is no other address to keep it to
  DisableExecuteApiEndpoint: ignored,
});
const Integration = z.strictObject({
  ...onlyTags,
  ApiId: z.string(),
  IntegrationType: z.literal("AWS_PROXY"),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal("2.0"),
  TimeoutInMillis: z.int().max(30_000).default(30_000),
});
const Route = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string().startsWith("integrations/"),
  AuthorizationType: z.enum(["NONE", "JWT"]).default("NONE"),
  AuthorizerId: z.string().optional(),
});
const Authorizer = z.strictObject({
  ...onlyTags,
  ApiId: z.string(),
  AuthorizerType: z.literal("JWT"),
  IdentitySource: z.tuple([z.literal("$request.header.Authorization")]),
  JwtConfiguration: z.strictObject({ Issuer: z.string(), Audience: z.array(z.string()).min(1) }),
});
const Throttling = z.strictObject({
  ThrottlingRateLimit: z.number(),
  ThrottlingBurstLimit: z.int(),
  DetailedMetricsEnabled: ignored,
});
const Stage = z.strictObject({
  ...onlyTags,
  ApiId: z.string(),
  StageName: z.literal("$default"),
  AutoDeploy: z.literal(true),
  DefaultRouteSettings: Throttling.optional(),
  RouteSettings: z.record(z.string(), Throttling).default({}),
  AccessLogSettings: ignored,
});

/** Whose tokens a route accepts. */
export interface JwtAuthorizer {
  readonly issuer: string;
  readonly audience: readonly string[];
}

export interface Route {
  /** `GET /v1/residents/{residentId}/score`, or `$default`. */
  readonly key: string;
  readonly functionName: string;
  readonly timeoutMs: number;
  readonly authorizer: JwtAuthorizer | undefined;
  /** Its own, in place of the one that all others share. */
  readonly throttle?: Throttle | undefined;
}

/** Requests a second, and how many may come at once. */
export interface Throttle {
  readonly rateLimit: number;
  readonly burstLimit: number;
}

export interface Api {
  readonly id: string;
  readonly routes: readonly Route[];
  readonly throttle: Throttle | undefined;
}

export const apiIn = (resourcesOf: ResourcesOf): Api => {
  const api = onlyOne("AWS::ApiGatewayV2::Api", resourcesOf("AWS::ApiGatewayV2::Api", HttpApi));
  const stage = onlyOne("AWS::ApiGatewayV2::Stage", resourcesOf("AWS::ApiGatewayV2::Stage", Stage)).properties;
  const integrations = new Map(resourcesOf("AWS::ApiGatewayV2::Integration", Integration).map(byId));
  const authorizers = new Map(resourcesOf("AWS::ApiGatewayV2::Authorizer", Authorizer).map(byId));

  return {
    id: api.id,
    throttle: throttleOf(stage.DefaultRouteSettings),
    routes: resourcesOf("AWS::ApiGatewayV2::Route", Route).map(({ id, properties }) => {
      const integration = integrations.get(properties.Target.slice("integrations/".length));
      const authorizer = authorizers.get(properties.AuthorizerId ?? "")?.JwtConfiguration;
      if (!integration) throw new Error(`${id} leads to ${properties.Target}, which is no integration`);
      if (properties.AuthorizationType === "JWT" && !authorizer) throw new Error(`${id} has no authorizer`);
      return {
        key: properties.RouteKey,
        functionName: integration.IntegrationUri.split(":").at(-1) ?? "",
        timeoutMs: integration.TimeoutInMillis,
        authorizer:
          properties.AuthorizationType === "JWT" && authorizer
            ? { issuer: authorizer.Issuer, audience: authorizer.Audience }
            : undefined,
        throttle: throttleOf(stage.RouteSettings[properties.RouteKey]),
      };
    }),
  };
};

const throttleOf = (settings: z.infer<typeof Throttling> | undefined): Throttle | undefined =>
  settings && { rateLimit: settings.ThrottlingRateLimit, burstLimit: settings.ThrottlingBurstLimit };

const byId = <Properties>({ id, properties }: { readonly id: string; readonly properties: Properties }) =>
  [id, properties] as const;

const onlyOne = <T>(type: string, found: readonly T[]): T => {
  const [one, ...others] = found;
  if (one === undefined || others.length > 0) {
    throw new Error(`the one-machine system takes exactly one ${type}, and found ${found.length}`);
  }
  return one;
};
