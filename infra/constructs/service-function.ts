import { Duration, Validations } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  ApplicationLogLevel,
  Architecture,
  type Code,
  type IFunction,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { access } from "../access.ts";
import { descriptionOf } from "../descriptions.ts";
import type { FunctionName } from "../entries.ts";
import type { Environment } from "../environments.ts";
import { sizeOf } from "../sizes.ts";
import { evidencePrefixes } from "./evidence-prefixes.ts";
import { grantsOf, type State } from "./grants.ts";
import { logGroup } from "./log-group.ts";
import { machineArn } from "./machine-arn.ts";

interface ServiceFunctionProps {
  /** Of all functions; which it is says the handler. */
  readonly code: Code;
  readonly environment: Environment;
  readonly state: State;
}

/** A function of the service. Its name decides how large it is and what it may touch. */
export class ServiceFunction extends Construct {
  readonly handler: IFunction;

  constructor(scope: Construct, name: FunctionName, { code, environment, state }: ServiceFunctionProps) {
    super(scope, name);
    const { memory, seconds } = sizeOf(name);
    const grants = grantsOf(access[name], state, {
      machineArn: machineArn(this, environment),
      sliceSeconds: environment.sliceSeconds,
    });
    // a role of its own: the one that CDK would make may write to every log of the account
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    const logs = logGroup(this, "Logs", environment);
    logs.grantWrite(role);
    for (const statement of grants.statements) role.addToPrincipalPolicy(statement);

    this.handler = new LambdaFunction(this, "Function", {
      description: descriptionOf(name),
      code,
      handler: `${name}.handler`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory,
      timeout: Duration.seconds(seconds),
      role,
      environment: { NODE_OPTIONS: "--enable-source-maps", LOG_LEVEL: environment.logLevel, ...grants.environment },
      logGroup: logs,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel[environment.logLevel],
      tracing: Tracing.ACTIVE,
    });
    Validations.of(role).acknowledge(
      {
        id: "AwsSolutions-IAM5[Resource::*]",
        reason: "Traces belong to no resource: X-Ray's two writing actions can be granted on * only.",
      },
      ...(access[name].evidence ? [objectsOfOnePrefix] : []),
    );
    if (access[name].evidence) Validations.of(role).acknowledge(...evidencePrefixes(state.evidence));
  }
}

const objectsOfOnePrefix = {
  id: "AwsSolutions-IAM5",
  reason: "A function reaches the objects of a prefix: each has the name of its material, made at run time.",
};
