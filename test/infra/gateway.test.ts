import { describe, expect, test } from "vitest";
import { environments } from "#infra/environments.ts";
import { endpoints } from "#shared/contract/endpoints.ts";
import { deployed, environmentNames } from "./deployed.ts";

interface Route {
  readonly RouteKey: string;
  readonly AuthorizationType: string;
  readonly AuthorizerId?: unknown;
  readonly Target: { readonly "Fn::Join": readonly [string, readonly ["integrations/", unknown]] };
}

interface Authorizer {
  readonly AuthorizerType: string;
  readonly JwtConfiguration: {
    readonly Issuer: { readonly Ref: string };
    readonly Audience: readonly { Ref: string }[];
  };
}

interface Stage {
  readonly StageName: string;
  readonly AutoDeploy: boolean;
  readonly DefaultRouteSettings: unknown;
  readonly RouteSettings: unknown;
  readonly AccessLogSettings: { readonly Format: string };
}

describe.each(environmentNames)("the gateway in %s", (environment) => {
  const service = deployed(environment);
  const routes = service.all<Route>("AWS::ApiGatewayV2::Route").map(({ properties }) => properties);
  const authorizers = service.all<Authorizer>("AWS::ApiGatewayV2::Authorizer");
  const [stage, ...otherStages] = service.all<Stage>("AWS::ApiGatewayV2::Stage");
  const { issuer, audience, throttle } = environments[environment];

  /** The function behind a route. */
  const servedBy = ({ Target }: Route): string => {
    const integration = service.target(Target["Fn::Join"][1][1]);
    const found = service
      .all<{ readonly IntegrationUri: unknown; readonly PayloadFormatVersion: string }>(
        "AWS::ApiGatewayV2::Integration",
      )
      .find(({ name }) => name === integration);
    expect(found?.properties.PayloadFormatVersion).toBe("2.0");
    return service.target(found?.properties.IntegrationUri);
  };

  test("leads every call of the contract to its own function, and all others to the refusal", () => {
    const expected = endpoints.map(({ id, method, path }) => [`${method} ${path}`, id]);

    const found = routes.map((route) => [route.RouteKey, servedBy(route)]);

    expect(Object.fromEntries(found)).toEqual({ ...Object.fromEntries(expected), $default: "refuse-unknown-route" });
    expect(found).toHaveLength(expected.length + 1);
  });

  test("lets nobody without a token through to a call of the contract, unless that is public", () => {
    const [authorizer] = authorizers;
    const open = endpoints.filter((endpoint) => endpoint.public).map(({ method, path }) => `${method} ${path}`);
    for (const { RouteKey, AuthorizationType, AuthorizerId } of routes) {
      if (["$default", ...open].includes(RouteKey))
        expect({ AuthorizationType, AuthorizerId }).toEqual({ AuthorizationType: "NONE" });
      else {
        expect(AuthorizationType).toBe("JWT");
        expect(service.target(AuthorizerId)).toBe(authorizer?.name);
      }
    }
  });

  test("accepts the tokens of the environment's issuer, which a deployment may name itself", () => {
    const [authorizer, ...others] = authorizers;

    expect(others).toEqual([]);
    expect(authorizer?.properties.AuthorizerType).toBe("JWT");
    expect(authorizer?.properties.JwtConfiguration).toEqual({
      Issuer: { Ref: "TokenIssuer" },
      Audience: [{ Ref: "TokenAudience" }],
    });
    expect(service.parameters).toMatchObject({
      TokenIssuer: { Default: issuer },
      TokenAudience: { Default: audience },
    });
  });

  test("takes no more at once than the environment says", () => {
    const { rateLimit, burstLimit } = throttle;

    expect(otherStages).toEqual([]);
    expect(stage?.properties).toMatchObject({
      StageName: "$default",
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit },
    });
  });

  test("takes fewer still of the calls that anyone may make", () => {
    const { rateLimit, burstLimit } = environments[environment].publicThrottle;
    const open = endpoints.filter((endpoint) => endpoint.public).map(({ method, path }) => `${method} ${path}`);

    expect(rateLimit).toBeLessThan(throttle.rateLimit / 10);
    expect(stage?.properties.RouteSettings).toEqual(
      Object.fromEntries(
        open.map((key) => [key, { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit }]),
      ),
    );
  });

  test("answers no other website: nothing is shared across origins", () => {
    expect(service.text).not.toContain("CorsConfiguration");
  });

  test("logs each call without who called, from where, or about whom", () => {
    const logged: Record<string, string> = JSON.parse(stage?.properties.AccessLogSettings.Format ?? "{}");

    expect(Object.values(logged)).toEqual(expect.arrayContaining(["$context.requestId", "$context.routeKey"]));
    expect(Object.values(logged).filter((variable) => !harmless.test(variable))).toEqual([]);
  });
});

/** What the gateway measures and numbers itself; the request, the caller and texts of errors aren't among it. */
const harmless =
  /^\$context\.(requestId|requestTimeEpoch|routeKey|status|error\.responseType|responseLatency|responseLength|integrationStatus|integrationLatency)$/;
