import { planRecomputation } from "#functions/recomputation/plan-recomputation.ts";
import { summariseRecomputation } from "#functions/recomputation/summarise-recomputation.ts";
import { workShard } from "#functions/recomputation/work-shard.ts";
import { date } from "#shared/domain/calendar.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { dynamoJobs } from "#shared/storage/dynamo-jobs.ts";
import type { ExecutionInput } from "#shared/storage/executions.ts";
import { residentsTogether } from "#shared/storage/residents-together.ts";
import { scoresTogether } from "#shared/storage/scores-together.ts";
import { memoryExecutions } from "#test/support/memory-executions.ts";
import { memoryRetryQueue } from "#test/support/memory-retry-queue.ts";
import { clientOf } from "./client.ts";
import { countedCalls } from "./counting.ts";
import type { JobFigures, JobOrder } from "./job-figures.ts";
import { registry } from "./population.ts";

// one job of mass work through the real use cases, as the state machine would let them work, in a process of its own
const order: JobOrder = JSON.parse(process.argv[2] ?? "");
const client = clientOf(order.endpoint);
const calls = countedCalls(client);
const executions = memoryExecutions();
const stores = {
  jobs: dynamoJobs(client, "jobs"),
  residents: residentsTogether(client, "residents"),
  scores: scoresTogether(client, "scores", "messages"),
};
const times = { today: () => date(order.today), now: () => new Date().toISOString() };
const plan = planRecomputation({ ...stores, ...times, standards: registry(order.revision) });
const work = workShard({
  ...stores,
  ...times,
  standards: registry(order.revision),
  executions,
  retryQueue: memoryRetryQueue(),
  reportMissed: () => {
    throw new Error("only a sweep can find what was missed");
  },
  pageSize: 64,
  width: 32,
  sliceSeconds: order.sliceSeconds,
});
const summarise = summariseRecomputation({ ...stores, ...times, publish: () => {} });

let jobId = "";
let ran = 0;
const began = performance.now();
for (let input: ExecutionInput | undefined = { work: order.work }; input; input = executions.take()) {
  const planned = await plan(input);
  const results = await inParallel(planned.shards, order.workers, work);
  await summarise({ ...planned, results });
  jobId = planned.jobId;
  ran++;
}
const seconds = (performance.now() - began) / 1000;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const job = await stores.jobs.read(jobId);
if (job?.state !== "done") throw new Error(`the job ${jobId} is not done: ${JSON.stringify(job)}`);
const figures: JobFigures = {
  counts: job.counts,
  executions: ran,
  seconds,
  cpuSeconds: (userCPUTime + systemCPUTime) / 1_000_000,
  peakBytes: maxRSS * 1024,
  calls: calls(),
};
console.log(JSON.stringify(figures));
client.destroy();
