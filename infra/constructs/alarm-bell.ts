import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { Environment } from "../environments.ts";

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

interface AlarmBellProps {
  readonly environment: Environment;
  readonly topic: ITopic;
}

/** The alarms of one stack. They call whoever has subscribed to the topic. */
export class AlarmBell extends Construct {
  readonly #topic: ITopic;
  readonly #environment: Environment;
  readonly #names: string[] = [];

  constructor(scope: Construct, id: string, { environment, topic }: AlarmBellProps) {
    super(scope, id);
    this.#environment = environment;
    this.#topic = topic;
  }

  /** Fixed, so that another stack may show an alarm without holding on to it. */
  get names(): readonly string[] {
    return this.#names;
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
    const alarmName = `new-resident-points-${this.#environment.name}-${id}`;
    const alarm = new Alarm(this, id, { alarmName, metric, alarmDescription, ...when });
    alarm.addAlarmAction(new SnsAction(this.#topic));
    this.#names.push(alarmName);
  }
}
