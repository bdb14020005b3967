import type { Instant } from "#shared/domain/dossier.ts";
import type { MetricName } from "#shared/runtime/metric-names.ts";
import type { Job, ShardProgress } from "#shared/storage/jobs.ts";
import { earliest } from "./earliest.ts";

/** What a night or a sweep measured; other work is read through its job. What a sweep missed was published when it was found. */
export const summaryMetrics = (
  { work, counts, requestedAt, finishedAt }: Job,
  progress: readonly ShardProgress[],
): Readonly<Partial<Record<MetricName, number>>> | undefined => {
  switch (work.of) {
    case "night":
      return {
        NightDue: counts.found,
        NightRead: counts.read,
        NightWritten: counts.written,
        NightUnchanged: counts.unchanged,
        NightFailed: counts.failed,
        NightSeconds: seconds(requestedAt, finishedAt),
        NightCompleted: 1,
      };
    case "sweep":
      return {
        // as old as the change was when the sweep began: one that arrived while it went on has not waited
        SweepBehindSeconds: seconds(earliest(progress.map(({ behindSince }) => behindSince)), requestedAt),
        SweepCompleted: 1,
      };
    case "resident":
    case "rules":
    case "due":
    case "area":
    case "everyone":
      return undefined;
  }
};

const seconds = (from: Instant | null, to: Instant | null): number =>
  from === null || to === null ? 0 : Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
