import { Aws } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IAlarm, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";

/** When to call somebody. */
export interface Signal {
  /** What it means, for whoever is woken by it. */
  readonly description: string;
  readonly metric: IMetric;
  /** The highest value that is still well. */
  readonly above?: number;
  /** How many periods on end, 1 when not given. */
  readonly periods?: number;
}

/** Calls whoever has subscribed to its topic. */
export class AlarmBell extends Construct {
  readonly topic: Topic;
  readonly #alarms: IAlarm[] = [];

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.topic = new Topic(this, "Topic", { displayName: "New resident points: alarms", enforceSSL: true });
    // with a policy of its own, a topic no longer lets the account's alarms in by itself
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
  }

  get alarms(): readonly IAlarm[] {
    return this.#alarms;
  }

  /** Rings when there is more than there may be. Nothing measured is well. */
  ringAbove(id: string, { description, metric, above = 0, periods = 1 }: Signal): void {
    this.#ring(id, metric, description, {
      threshold: above,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  /** Rings when what should come again and again hasn't come for so many periods. */
  ringWithout(id: string, { description, metric, periods = 1 }: Omit<Signal, "above">): void {
    this.#ring(id, metric, description, {
      threshold: 1,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }

  #ring(
    id: string,
    metric: IMetric,
    alarmDescription: string,
    when: {
      readonly threshold: number;
      readonly evaluationPeriods: number;
      readonly comparisonOperator: ComparisonOperator;
      readonly treatMissingData: TreatMissingData;
    },
  ): void {
    const alarm = new Alarm(this, id, { metric, alarmDescription, ...when });
    alarm.addAlarmAction(new SnsAction(this.topic));
    this.#alarms.push(alarm);
  }
}
