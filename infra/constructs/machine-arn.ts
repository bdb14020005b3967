import { ArnFormat, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Environment } from "../environments.ts";

export const machineName = ({ name }: Environment): string => `new-resident-points-${name}-recomputation`;

/**
 * Where the state machine for mass work will be. Its name is fixed, so that its own workers can be told where to go on
 * before there is a machine that knows its workers.
 */
export const machineArn = (scope: Construct, environment: Environment): string =>
  Stack.of(scope).formatArn({
    service: "states",
    resource: "stateMachine",
    resourceName: machineName(environment),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
