import type { Metrics } from "../metrics.ts";
import type { Queues } from "../queues/start-queues.ts";
import type { StreamPumpStatus } from "../stream-pump/start-stream-pump.ts";
import type { Wiring } from "../template/wiring.ts";

interface Measured {
  readonly wiring: Wiring;
  readonly stream: StreamPumpStatus;
  readonly ages: ReturnType<Queues["ages"]>;
  readonly metrics: ReturnType<Metrics["values"]>;
  /** In ms since 1970, real time. */
  readonly now: number;
}

/**
 * The one number that says "true": for how many seconds the oldest change has waited to be in a stored score. Of the
 * feeds and queues those count in which a change can wait: what a function that keeps scores follows or works off, its
 * dead letters, and its feed's failures.
 */
export const lagOf = ({ wiring: { functions, mappings, queues }, stream, ages, metrics, now }: Measured) => {
  const keepsScores = ({ functionName }: { readonly functionName: string }) =>
    functions.some(({ name, environment }) => name === functionName && environment.SCORES_TABLE !== undefined);
  const followed = mappings.streams.filter(keepsScores);
  const worked = mappings.queues.filter(keepsScores).map(({ queueArn }) => queueArn.split(":").at(-1));
  const waiting = [
    ...worked,
    ...queues.filter(({ name }) => worked.includes(name)).map(({ redrive }) => redrive?.deadLetterQueue),
    ...followed.map(({ onFailureQueue }) => onFailureQueue),
  ];
  const oldestMessages = Object.fromEntries(
    queues.filter(({ name }) => waiting.includes(name)).map(({ name }) => [name, ages[name]?.oldestSeconds ?? 0]),
  );
  const swept = metrics.SweepBehindSeconds;
  const sweepBehindSeconds = swept && now - Date.parse(swept.at) < metricPeriodMs ? swept.last : 0;
  const ofFeed = stream.shards.filter(({ mapping }) => followed.some(({ id }) => id === mapping));
  const iteratorAgeSeconds = Math.max(0, ...ofFeed.map((shard) => shard.iteratorAgeSeconds));
  return {
    seconds: Math.max(iteratorAgeSeconds, ...Object.values(oldestMessages), sweepBehindSeconds),
    iteratorAgeSeconds,
    oldestMessages,
    sweepBehindSeconds,
  };
};

// a sweep repairs what it finds; its finding stands for as long as the alarm's period
const metricPeriodMs = 300_000;
