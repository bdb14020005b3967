import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { machineStep } from "./machine-step.ts";
import { ShardTask } from "./mass-work.ts";
import { reportMissed } from "./report-missed.ts";
import { workShard } from "./work-shard.ts";
import { workerStores } from "./worker-stores.ts";

const stores = workerStores({
  jobs: environment("JOBS_TABLE"),
  residents: environment("RESIDENTS_TABLE"),
  scores: environment("SCORES_TABLE"),
  messages: environment("MESSAGES_TABLE"),
  machine: environment("RECOMPUTATION_MACHINE_ARN"),
  retryQueue: environment("RETRY_QUEUE_URL"),
});
const sizes = { pageSize: 64, width: 32, sliceSeconds: Number(environment("SLICE_SECONDS")) };
const work = workShard({ ...stores, ...sizes, standards: publishedStandards(), today, now, reportMissed });

export const handler = machineStep("work-shard", ShardTask, work);
