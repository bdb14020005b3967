import { Duration } from "aws-cdk-lib";
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  Stats,
} from "aws-cdk-lib/aws-cloudwatch";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { ownMetric } from "./own-metric.ts";

interface OverviewProps {
  readonly alarms: readonly IAlarm[];
  readonly lag: IMetric;
  readonly machine: StateMachine;
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
        [new AlarmStatusWidget({ title: "Alarms", alarms: [...alarms], width: 24, height: 6 })],
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
