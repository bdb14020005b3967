import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { type CfnStage, type HttpApi, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { Construct } from "constructs";
import { endpoints } from "#shared/contract/endpoints.ts";
import type { Environment } from "../environments.ts";
import { logGroup } from "./log-group.ts";

interface StageProps {
  readonly environment: Environment;
  readonly api: HttpApi;
}

/** Opens the door, with its limits and its log. One that names a route which is not there yet is not made. */
export class Stage extends Construct {
  constructor(scope: Construct, id: string, { environment, api }: StageProps) {
    super(scope, id);
    const stage = new HttpStage(this, "Stage", {
      httpApi: api,
      autoDeploy: true,
      throttle: environment.throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup(this, "Calls", environment)),
        format: AccessLogFormat.custom(JSON.stringify(loggedOfCall)),
      },
    });
    const { rateLimit, burstLimit } = environment.publicThrottle;
    (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(
      endpoints
        .filter((endpoint) => endpoint.public)
        .map(({ method, path }) => [
          `${method} ${path}`,
          { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit },
        ]),
    );
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
