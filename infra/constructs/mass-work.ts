import { Duration } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import {
  Choice,
  Condition,
  DefinitionBody,
  Errors,
  Fail,
  JitterType,
  LogLevel,
  Map as MapState,
  Pass,
  Result,
  StateMachine,
  Succeed,
  Timeout,
} from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import { Construct } from "constructs";
import type { JobState } from "#shared/storage/jobs.ts";
import type { FunctionName } from "../entries.ts";
import type { Environment } from "../environments.ts";
import { sizeOf } from "../sizes.ts";
import { logGroup } from "./log-group.ts";
import { machineName } from "./machine-arn.ts";
import { MassWorkRole } from "./mass-work-role.ts";

const stepNames = ["plan-recomputation", "work-shard", "summarise-recomputation"] as const satisfies FunctionName[];
type Step = (typeof stepNames)[number];

interface MassWorkProps {
  readonly environment: Environment;
  readonly stepOf: (name: Step) => IFunction;
}

/** 批量重新计算: nights, sweeps, changed rules and areas. Every execution takes one slice of each shard that isn't done. */
export class MassWork extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { environment, stepOf }: MassWorkProps) {
    super(scope, id);
    const taskOf = (state: string, name: Step) =>
      new LambdaInvoke(this, state, {
        lambdaFunction: stepOf(name),
        // the function's own answer and nothing around it
        payloadResponseOnly: true,
        taskTimeout: Timeout.duration(Duration.seconds(sizeOf(name).seconds + 5)),
        retryOnServiceExceptions: false,
      }).addRetry({
        errors: [Errors.ALL],
        // some three minutes in all: a night must outlive a table that is throttled for one
        interval: Duration.seconds(5),
        backoffRate: 3,
        maxDelay: Duration.seconds(60),
        maxAttempts: 5,
        jitterStrategy: JitterType.FULL,
      });

    // one shard that can't be worked must not stop the others
    const gaveUp = new Pass(this, "GaveUp", { result: Result.fromObject({ gaveUp: true }) });
    const everyShard = new MapState(this, "EveryShard", {
      itemsPath: "$.shards",
      maxConcurrency: 32,
      resultPath: "$.results",
    }).itemProcessor(taskOf("Work", "work-shard").addCatch(gaveUp));

    // a job that can't go on by itself fails its execution too, for that is what alarms
    const jobFailed = new Choice(this, "HasFailed")
      .when(
        Condition.stringEquals("$.state", "failed" satisfies JobState),
        new Fail(this, "Failed", { error: "JobFailed", cause: "a shard gave up: what is open can be resumed" }),
      )
      .otherwise(new Succeed(this, "Ended"));

    this.machine = new StateMachine(this, "Recomputation", {
      stateMachineName: machineName(environment),
      definitionBody: DefinitionBody.fromChainable(
        taskOf("Plan", "plan-recomputation")
          .next(everyShard)
          .next(taskOf("Summarise", "summarise-recomputation"))
          .next(jobFailed),
      ),
      role: new MassWorkRole(this, "MayCall", { steps: stepNames.map(stepOf) }).role,
      timeout: Duration.hours(2),
      tracingEnabled: true,
      logs: { destination: logGroup(this, "Logs", environment), level: LogLevel.ALL, includeExecutionData: false },
    });
  }
}
