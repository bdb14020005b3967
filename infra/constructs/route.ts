import { Validations } from "aws-cdk-lib";
import {
  type HttpApi,
  type HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { Endpoint } from "#shared/contract/endpoint.ts";

interface Served {
  readonly api: HttpApi;
  readonly handler: IFunction;
}

/** Opens a call of the contract to everyone with a token, the function decides by role; or to everyone, if it is public. */
export const serve = (
  scope: Construct,
  { id, method, path, ...endpoint }: Endpoint,
  { api, handler }: Served,
): void => {
  const route = new HttpRoute(scope, "Route", {
    httpApi: api,
    routeKey: HttpRouteKey.with(path, method as HttpMethod),
    integration: new HttpLambdaIntegration(id, handler),
    ...(endpoint.public && { authorizer: new HttpNoneAuthorizer() }),
  });
  if (endpoint.public)
    open(route, "The contract says that anyone may make this call; it stores nothing and tells nothing of a person.");
};

/** Takes what no call of the contract matches, with or without a token. */
export const serveTheRest = (scope: Construct, { api, handler }: Served): void =>
  open(
    new HttpRoute(scope, "Route", {
      httpApi: api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration("rest", handler),
      authorizer: new HttpNoneAuthorizer(),
    }),
    "It only answers that there is no such call, reads nothing, and must say so to callers without a token too.",
  );

const open = (route: HttpRoute, reason: string): void =>
  Validations.of(route).acknowledge({ id: "AwsSolutions-APIG4", reason });
