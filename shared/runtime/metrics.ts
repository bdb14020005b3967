import { Metrics } from "@aws-lambda-powertools/metrics";
import { type MetricName, metricNamespace, metricService, metricUnits } from "./metric-names.ts";

const metrics = new Metrics({ namespace: metricNamespace, serviceName: metricService });

/** Publishes what was measured, once or several times, as one line of the log that CloudWatch reads figures from. */
export const publishMetrics = (values: Readonly<Partial<Record<MetricName, number | readonly number[]>>>): void => {
  for (const [name, measured] of Object.entries(values)) {
    for (const value of [measured].flat()) metrics.addMetric(name, metricUnits[name as MetricName], value);
  }
  metrics.publishStoredMetrics();
};
