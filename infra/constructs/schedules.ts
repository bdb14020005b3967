import { Duration, TimeZone } from "aws-cdk-lib";
import {
  type CronOptionsWithTimezone,
  Schedule,
  ScheduleExpression,
  type ScheduleGroup,
  ScheduleTargetInput,
} from "aws-cdk-lib/aws-scheduler";
import { StepFunctionsStartExecution } from "aws-cdk-lib/aws-scheduler-targets";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { IStateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import type { ExecutionInput } from "#shared/storage/executions.ts";

interface SchedulesProps {
  /** By which their failures are counted. */
  readonly group: ScheduleGroup;
  readonly machine: IStateMachine;
  /** Takes what could not be started. */
  readonly failures: IQueue;
}

/** What happens by the calendar alone. A firing may come twice: the day's work is known by its day. */
export class Schedules extends Construct {
  constructor(scope: Construct, id: string, { group, machine, failures }: SchedulesProps) {
    super(scope, id);
    const start = (name: string, description: string, input: ExecutionInput, at: CronOptionsWithTimezone) => {
      const schedule = new Schedule(this, name, {
        description,
        scheduleGroup: group,
        schedule: ScheduleExpression.cron({ timeZone: TimeZone.ASIA_SHANGHAI, ...at }),
        target: new StepFunctionsStartExecution(machine, {
          input: ScheduleTargetInput.fromObject(input),
          retryAttempts: 20,
          maxEventAge: Duration.hours(6),
          deadLetterQueue: failures,
        }),
      });
      // it knows the group by its name alone
      schedule.node.addDependency(group);
    };

    start("Night", "Recomputes whose score changes by the calendar", { work: "night" }, { hour: "0", minute: "30" });
    start(
      "Rules",
      "Recomputes everyone whose standard has taken effect",
      { work: "rules" },
      { hour: "2", minute: "0" },
    );
    start(
      "Sweep",
      "Recomputes everyone, to find what was missed",
      { work: "sweep" },
      { weekDay: "SUN", hour: "3", minute: "0" },
    );
  }
}
