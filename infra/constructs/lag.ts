import { MathExpression, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { ownMetric } from "./own-metric.ts";
import type { Queues } from "./queues.ts";

/** The one number that says "true": for how many seconds the oldest dossier change has waited to be in a stored score. */
export const lag = (follower: IFunction, { retry, retryDeadLetters, feedFailures }: Queues): MathExpression =>
  new MathExpression({
    label: "Lag in seconds",
    expression:
      "MAX([FILL(feed, 0) / 1000, FILL(retry, 0), FILL(deadLetters, 0), FILL(feedFailures, 0), FILL(sweep, 0)])",
    usingMetrics: {
      // in milliseconds, where all others are in seconds
      feed: follower.metric("IteratorAge", { statistic: Stats.MAXIMUM }),
      retry: retry.metricApproximateAgeOfOldestMessage(),
      deadLetters: retryDeadLetters.metricApproximateAgeOfOldestMessage(),
      feedFailures: feedFailures.metricApproximateAgeOfOldestMessage(),
      sweep: ownMetric("SweepBehindSeconds", { statistic: Stats.MAXIMUM }),
    },
  });
