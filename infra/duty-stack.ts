import { Stack, type StackProps } from "aws-cdk-lib";
import type { Code } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { AlarmBell } from "./constructs/alarm-bell.ts";
import { makeDuties } from "./constructs/duties.ts";
import type { State } from "./constructs/grants.ts";
import type { Environment } from "./environments.ts";
import type { ServiceStack } from "./service-stack.ts";
import type { FunctionStackName } from "./stack-of.ts";

interface DutyStackProps extends StackProps {
  readonly environment: Environment;
  readonly state: State;
  /** Of all functions, anew for each stack. */
  readonly makeCode: () => Code;
  readonly service: ServiceStack;
}

/** The functions of further duties, behind the same door. */
export class DutyStack extends Stack {
  readonly bell: AlarmBell;

  constructor(scope: Construct, id: FunctionStackName, props: DutyStackProps) {
    const { environment, state, makeCode, service, ...rest } = props;
    super(scope, id, rest);
    const { api, alarmTopic, schedules } = service;
    this.bell = new AlarmBell(this, "Bell", { environment, topic: alarmTopic });
    makeDuties(this, id, { environment, state, makeCode, api, bell: this.bell, schedules });
  }
}
