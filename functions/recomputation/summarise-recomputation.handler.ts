import { now } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { publishMetrics as publish } from "#shared/runtime/metrics.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoJobs } from "#shared/storage/dynamo-jobs.ts";
import { machineStep } from "./machine-step.ts";
import { WorkEnd } from "./mass-work.ts";
import { summariseRecomputation } from "./summarise-recomputation.ts";

const jobs = dynamoJobs(dynamo, environment("JOBS_TABLE"));

export const handler = machineStep("summarise-recomputation", WorkEnd, summariseRecomputation({ jobs, now, publish }));
