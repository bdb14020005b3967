import { Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
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

  constructor(scope: Construct, id: string, { environment, issuer, audience }: GatewayProps) {
    super(scope, id);
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

  /** Opens a call of the contract to everyone with a token; the function decides by role. */
  serve({ id, method, path }: Endpoint, handler: IFunction): void {
    this.api.addRoutes({ path, methods: [method as HttpMethod], integration: new HttpLambdaIntegration(id, handler) });
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
