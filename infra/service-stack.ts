import { CfnOutput, CfnParameter, Stack, type StackProps } from "aws-cdk-lib";
import type { Code } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { endpoints } from "#shared/contract/endpoints.ts";
import { Gateway } from "./constructs/gateway.ts";
import type { State } from "./constructs/grants.ts";
import { ServiceFunction } from "./constructs/service-function.ts";
import { type FunctionName, isFunctionName } from "./entries.ts";
import type { Environment } from "./environments.ts";

interface ServiceStackProps extends StackProps {
  readonly environment: Environment;
  readonly state: State;
  readonly codeOf: (name: FunctionName) => Code;
}

/** What can be thrown away and made anew: the functions and the door to them. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { environment, state, codeOf, ...props }: ServiceStackProps) {
    super(scope, id, props);
    const functionNamed = (name: FunctionName, description: string) =>
      new ServiceFunction(this, name, { description, code: codeOf(name), environment, state }).handler;

    const gateway = new Gateway(this, "Gateway", { environment, ...this.#tokens(environment) });
    for (const endpoint of endpoints) {
      if (!isFunctionName(endpoint.id)) throw new Error(`no entry for the endpoint ${endpoint.id}`);
      gateway.serve(endpoint, functionNamed(endpoint.id, endpoint.summary));
    }
    gateway.serveTheRest(functionNamed("refuse-unknown-route", "Answers calls that the contract doesn't have"));
    new CfnOutput(this, "ApiEndpoint", { value: gateway.api.apiEndpoint });
  }

  /** Whose tokens open the door; a deployment that has its own issuer names it without touching the code. */
  #tokens({ issuer, audience }: Environment) {
    const parameter = (id: string, description: string, value: string) =>
      new CfnParameter(this, id, { description, default: value }).valueAsString;
    return {
      issuer: parameter("TokenIssuer", "The OIDC issuer whose tokens are accepted", issuer),
      audience: parameter("TokenAudience", "For whom tokens must have been issued", audience),
    };
  }
}
