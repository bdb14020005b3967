import { Stack, type StackProps } from "aws-cdk-lib";
import { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import type { State } from "./constructs/grants.ts";
import { lag } from "./constructs/lag.ts";
import { machineArn } from "./constructs/machine-arn.ts";
import { Overview } from "./constructs/overview.ts";
import { Stage } from "./constructs/stage.ts";
import type { DutyStack } from "./duty-stack.ts";
import type { Environment } from "./environments.ts";
import type { ServiceStack } from "./service-stack.ts";

interface FrontStackProps extends StackProps {
  readonly environment: Environment;
  readonly state: State;
  readonly service: ServiceStack;
  readonly others: readonly DutyStack[];
}

/** What can only be made when all functions are there: the opening of the door, and the page over everything. */
export class FrontStack extends Stack {
  constructor(scope: Construct, id: string, { environment, state, service, others, ...props }: FrontStackProps) {
    super(scope, id, props);
    for (const stack of [service, ...others]) this.addStackDependency(stack);
    new Stage(this, "Stage", { environment, api: service.api });
    new Overview(this, "Overview", {
      alarms: Object.fromEntries([service, ...others].map(({ node, bell }) => [node.id, bell.names])),
      lag: lag(service.follower, state.queues),
      machine: StateMachine.fromStateMachineArn(this, "Recomputation", machineArn(this, environment)),
    });
  }
}
