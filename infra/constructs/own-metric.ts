import { Metric, type MetricOptions, Stats } from "aws-cdk-lib/aws-cloudwatch";
import { type MetricName, metricNamespace, metricService } from "#shared/runtime/metric-names.ts";

/** A metric that the service publishes itself; its sum unless told otherwise. */
export const ownMetric = (metricName: MetricName, options: MetricOptions = {}): Metric =>
  new Metric({
    namespace: metricNamespace,
    metricName,
    dimensionsMap: { service: metricService },
    statistic: Stats.SUM,
    ...options,
  });
