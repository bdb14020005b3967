import * as z from "zod";
import { metricNamespace } from "#shared/runtime/metric-names.ts";

/** What became of one metric since the start. */
export interface MetricValues {
  readonly last: number;
  readonly count: number;
  readonly sum: number;
  readonly at: string;
}

/** Stands in for CloudWatch: takes the figures out of what functions print. */
export interface Metrics {
  /** Takes a line in CloudWatch's embedded metric format; any other line is nothing to it. */
  readonly take: (line: string) => void;
  readonly values: () => Readonly<Record<string, MetricValues>>;
}

export const collectMetrics = (): Metrics => {
  const values: Record<string, MetricValues> = {};
  return {
    take: (line) => {
      if (!line.includes(metricNamespace) || !line.startsWith('{"_aws"')) return;
      const { success, data } = Embedded.safeParse(parsed(line));
      if (!success) return;
      const at = new Date(data._aws.Timestamp).toISOString();
      for (const { Namespace, Metrics } of data._aws.CloudWatchMetrics) {
        if (Namespace !== metricNamespace) continue;
        for (const { Name } of Metrics) {
          const { data: measured = [] } = Measured.safeParse([data[Name]].flat());
          const { count, sum } = values[Name] ?? { count: 0, sum: 0 };
          const last = measured.at(-1);
          if (last === undefined) continue;
          values[Name] = { last, count: count + measured.length, sum: measured.reduce((a, b) => a + b, sum), at };
        }
      }
    },
    values: () => ({ ...values }),
  };
};

const Embedded = z.looseObject({
  _aws: z.object({
    Timestamp: z.number(),
    CloudWatchMetrics: z.array(z.object({ Namespace: z.string(), Metrics: z.array(z.object({ Name: z.string() })) })),
  }),
});

const Measured = z.array(z.number());

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
