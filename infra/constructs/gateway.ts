import { Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  type CfnRoute,
  type CfnStage,
  HttpApi,
  type HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import type { Environment } from "../environments.ts";
import { logGroup } from "./log-group.ts";

interface GatewayProps {
  readonly environment: Environment;
  readonly issuer: string;
  readonly audience: string;
}

/** The HTTPS door: who calls is checked here, before any function runs. A further stage or domain takes `api`. */
export class Gateway extends Construct {
  readonly api: HttpApi;
  readonly stage: HttpStage;
  readonly #publicThrottle: Environment["publicThrottle"];

  constructor(scope: Construct, id: string, { environment, issuer, audience }: GatewayProps) {
    super(scope, id);
    this.#publicThrottle = environment.publicThrottle;
    this.api = new HttpApi(this, "Api", {
      apiName: `new-resident-points-${environment.name}`,
      defaultAuthorizer: new HttpJwtAuthorizer("Tokens", issuer, { jwtAudience: [audience] }),
      // the one stage is made below, where it gets its limits and its log
      createDefaultStage: false,
    });
    this.stage = new HttpStage(this, "Stage", {
      httpApi: this.api,
      autoDeploy: true,
      throttle: environment.throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup(this, "Calls", environment)),
        format: AccessLogFormat.custom(JSON.stringify(loggedOfCall)),
      },
    });
  }

  /** Opens a call of the contract to everyone with a token, the function decides by role; or to everyone, if it is public. */
  serve(endpoint: Endpoint, handler: IFunction): void {
    const { id, method, path } = endpoint;
    const routes = this.api.addRoutes({
      path,
      methods: [method as HttpMethod],
      integration: new HttpLambdaIntegration(id, handler),
      ...(endpoint.public && { authorizer: new HttpNoneAuthorizer() }),
    });
    if (!endpoint.public) return;
    for (const route of routes) {
      this.#limit(route);
      Validations.of(route).acknowledge({
        id: "AwsSolutions-APIG4",
        reason: "The contract says that anyone may make this call; it stores nothing and tells nothing of a person.",
      });
    }
  }

  #limit(route: HttpRoute): void {
    const stage = this.stage.node.defaultChild as CfnStage;
    const { rateLimit, burstLimit } = this.#publicThrottle;
    const own = { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit };
    const { routeKey } = route.node.defaultChild as CfnRoute;
    stage.routeSettings = { ...stage.routeSettings, [routeKey]: own };
    // a stage that names a route which is not there yet is not made
    stage.node.addDependency(route);
  }

  /** Takes what no call of the contract matches, with or without a token. */
  serveTheRest(handler: IFunction): void {
    const route = new HttpRoute(this, "Rest", {
      httpApi: this.api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration("rest", handler),
      authorizer: new HttpNoneAuthorizer(),
    });
    Validations.of(route).acknowledge({
      id: "AwsSolutions-APIG4",
      reason:
        "It only answers that there is no such call, reads nothing, and must say so to callers without a token too.",
    });
  }
}

/** No address, no path and no query: they hold ids and days of people. The route key has placeholders in their stead. */
const loggedOfCall = {
  requestId: "$context.requestId",
  at: "$context.requestTimeEpoch",
  routeKey: "$context.routeKey",
  status: "$context.status",
  answeredBy: "$context.error.responseType",
  milliseconds: "$context.responseLatency",
  integrationStatus: "$context.integrationStatus",
  integrationMilliseconds: "$context.integrationLatency",
  responseBytes: "$context.responseLength",
};
