import { Duration, TimeZone } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { EventInvokeConfig, type IFunction } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { Schedule, ScheduleExpression, type ScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

interface DailyDutiesProps {
  readonly group: ScheduleGroup;
  readonly functions: Readonly<Record<keyof typeof duties, IFunction>>;
  /** Takes what could not be started, and what failed three times. */
  readonly failures: IQueue;
}

/** What one function does by the calendar, once a day. Each makes up for a day that was missed. */
export class DailyDuties extends Construct {
  constructor(scope: Construct, id: string, { group, functions, failures }: DailyDutiesProps) {
    super(scope, id);
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
    failures.grantSendMessages(role);
    for (const [name, { hour, description }] of Object.entries(duties)) {
      const duty = functions[name as keyof typeof duties];
      role.addToPrincipalPolicy(
        new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [duty.functionArn] }),
      );
      new Schedule(this, name, {
        description,
        scheduleGroup: group,
        schedule: ScheduleExpression.cron({ timeZone: TimeZone.ASIA_SHANGHAI, hour, minute: "0" }),
        target: new LambdaInvoke(duty, {
          retryAttempts: 20,
          maxEventAge: Duration.hours(6),
          deadLetterQueue: failures,
          // what the CDK would grant reaches every version of the function
          role: role.withoutPolicyUpdates(),
        }),
      });
      new EventInvokeConfig(this, `${name}-again`, {
        function: duty,
        retryAttempts: 2,
        maxEventAge: Duration.hours(6),
        onFailure: new SqsDestination(failures),
      });
    }
  }
}

const duties = {
  "keep-deadlines": { hour: "1", description: "Keeps the deadlines of reviews" },
  "delete-due-materials": { hour: "2", description: "Deletes evidence whose day has come" },
  "send-due-notices": { hour: "8", description: "Sends the reminders of the day" },
} as const;
