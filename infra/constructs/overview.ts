import { Duration } from "aws-cdk-lib";
import { Alarm, AlarmStatusWidget, Dashboard, GraphWidget, type IMetric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { IStateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { ownMetric } from "./own-metric.ts";

interface OverviewProps {
  /** The names of the alarms of each stack. One widget shows no more than 100. */
  readonly alarms: Readonly<Record<string, readonly string[]>>;
  readonly lag: IMetric;
  readonly machine: IStateMachine;
}

/** One page that shows whether stored scores are true, for people. */
export class Overview extends Construct {
  constructor(scope: Construct, id: string, { alarms, lag, machine }: OverviewProps) {
    super(scope, id);
    const hourly = { period: Duration.hours(1) };
    const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
    new Dashboard(this, "Dashboard", {
      defaultInterval: Duration.days(7),
      widgets: [
        ...Object.entries(alarms).map(([stack, names]) => [
          new AlarmStatusWidget({
            title: `Alarms of ${stack}`,
            alarms: names.map((name) => Alarm.fromAlarmName(this, name, name)),
            width: 24,
            height: 6,
          }),
        ]),
        [
          graph("Lag in seconds", lag),
          graph("From change to record", ownMetric("ChangeToRecordMilliseconds", { statistic: Stats.percentile(99) })),
        ],
        [
          graph("Nights", ownMetric("NightDue", hourly), ownMetric("NightWritten", hourly)),
          graph("Mass work", machine.metricStarted(hourly), machine.metricFailed(hourly)),
        ],
      ],
    });
  }
}
