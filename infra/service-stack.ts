import { CfnOutput, CfnParameter, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import type { Code, IFunction } from "aws-cdk-lib/aws-lambda";
import { ScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { AlarmBell } from "./constructs/alarm-bell.ts";
import { AlarmTopic } from "./constructs/alarm-topic.ts";
import { makeDuties } from "./constructs/duties.ts";
import { Gateway } from "./constructs/gateway.ts";
import type { State } from "./constructs/grants.ts";
import { MassWork } from "./constructs/mass-work.ts";
import { Schedules } from "./constructs/schedules.ts";
import { Watch } from "./constructs/watch.ts";
import type { Environment } from "./environments.ts";

interface ServiceStackProps extends StackProps {
  readonly environment: Environment;
  readonly state: State;
  /** Of all functions, anew for each stack. */
  readonly makeCode: () => Code;
}

/** Scores, mass work, and what the other stacks of functions share: gateway, topic of alarms, group of schedules. */
export class ServiceStack extends Stack {
  readonly api: HttpApi;
  readonly alarmTopic: ITopic;
  readonly schedules: ScheduleGroup;
  readonly bell: AlarmBell;
  /** Of the change feed. */
  readonly follower: IFunction;

  constructor(scope: Construct, id: string, { environment, state, makeCode, ...props }: ServiceStackProps) {
    super(scope, id, props);
    this.api = new Gateway(this, "Gateway", { environment, ...this.#tokens(environment) }).api;
    this.alarmTopic = new AlarmTopic(this, "Alarms").topic;
    this.schedules = new ScheduleGroup(this, "ScheduleGroup", { removalPolicy: RemovalPolicy.DESTROY });
    this.bell = new AlarmBell(this, "Bell", { environment, topic: this.alarmTopic });

    const { api, bell, schedules } = this;
    const functionNamed = makeDuties(this, "Service", { environment, state, makeCode, api, bell, schedules });
    const { machine } = new MassWork(this, "MassWork", { environment, stepOf: functionNamed });
    new Schedules(this, "Schedules", { group: schedules, machine, failures: state.queues.scheduleFailures });
    this.follower = functionNamed("follow-changes");
    new Watch(this, "Watch", { state, api, bell, schedules, machine, follower: this.follower });

    new CfnOutput(this, "ApiEndpoint", { value: api.apiEndpoint });
    new CfnOutput(this, "RecomputationMachineArn", { value: machine.stateMachineArn });
    new CfnOutput(this, "AlarmTopicArn", { value: this.alarmTopic.topicArn });
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
