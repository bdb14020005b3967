import { Duration, TimeZone } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { EventInvokeConfig, type IFunction } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { Schedule, ScheduleExpression, type ScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { FunctionName } from "../entries.ts";

const duties: Partial<Record<FunctionName, { readonly hour: string; readonly description: string }>> = {
  "keep-deadlines": { hour: "1", description: "Keeps the deadlines of reviews" },
  "delete-due-materials": { hour: "2", description: "Deletes evidence whose day has come" },
  "finish-corrections": { hour: "3", description: "Ends corrections of listings that were cut off" },
  "keep-programmes": { hour: "4", description: "Lists, closes and looks after programmes" },
  "keep-findings": { hour: "5", description: "Keeps the terms of findings of forgery" },
  "send-due-notices": { hour: "8", description: "Sends the reminders of the day" },
};

interface DailyDutiesProps {
  readonly group: ScheduleGroup;
  /** Of the stack; those that have no hour are none of this. */
  readonly functions: ReadonlyMap<FunctionName, IFunction>;
  /** Takes what could not be started, and what failed three times. */
  readonly failures: IQueue;
}

/** What functions do by the calendar, once a day. Each makes up for a day that was missed. */
export class DailyDuties extends Construct {
  constructor(scope: Construct, id: string, { group, functions, failures }: DailyDutiesProps) {
    super(scope, id);
    const timed = [...functions].flatMap(([name, handler]) => {
      const duty = duties[name];
      return duty ? [{ name, handler, ...duty }] : [];
    });
    if (timed.length === 0) return;

    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
    failures.grantSendMessages(role);
    for (const { name, handler, hour, description } of timed) {
      role.addToPrincipalPolicy(
        new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [handler.functionArn] }),
      );
      const schedule = new Schedule(this, name, {
        description,
        scheduleGroup: group,
        schedule: ScheduleExpression.cron({ timeZone: TimeZone.ASIA_SHANGHAI, hour, minute: "0" }),
        target: new LambdaInvoke(handler, {
          retryAttempts: 20,
          maxEventAge: Duration.hours(6),
          deadLetterQueue: failures,
          // what the CDK would grant reaches every version of the function
          role: role.withoutPolicyUpdates(),
        }),
      });
      // it knows the group by its name alone
      schedule.node.addDependency(group);
      new EventInvokeConfig(this, `${name}-again`, {
        function: handler,
        retryAttempts: 2,
        maxEventAge: Duration.hours(6),
        onFailure: new SqsDestination(failures),
      });
    }
  }
}
