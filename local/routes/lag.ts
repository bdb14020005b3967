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
 * queues those count in which a change can wait: what a function works off, its dead letters, and the feed's failures.
 */
export const lagOf = ({ wiring: { mappings, queues }, stream, ages, metrics, now }: Measured) => {
  const worked = mappings.queues.map(({ queueArn }) => queueArn.split(":").at(-1));
  const waiting = [
    ...worked,
    ...queues.filter(({ name }) => worked.includes(name)).map(({ redrive }) => redrive?.deadLetterQueue),
    ...mappings.streams.map(({ onFailureQueue }) => onFailureQueue),
  ];
  const oldestMessages = Object.fromEntries(
    queues.filter(({ name }) => waiting.includes(name)).map(({ name }) => [name, ages[name]?.oldestSeconds ?? 0]),
  );
  const swept = metrics.SweepBehindSeconds;
  const sweepBehindSeconds = swept && now - Date.parse(swept.at) < metricPeriodMs ? swept.last : 0;
  const { iteratorAgeSeconds } = stream;
  return {
    seconds: Math.max(iteratorAgeSeconds, ...Object.values(oldestMessages), sweepBehindSeconds),
    iteratorAgeSeconds,
    oldestMessages,
    sweepBehindSeconds,
  };
};

// a sweep repairs what it finds; its finding stands for as long as the alarm's period
const metricPeriodMs = 300_000;
