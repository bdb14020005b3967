import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoJobs } from "#shared/storage/dynamo-jobs.ts";
import { dynamoScores } from "#shared/storage/dynamo-scores.ts";
import { ExecutionInput } from "#shared/storage/executions.ts";
import { machineStep } from "./machine-step.ts";
import { planRecomputation } from "./plan-recomputation.ts";

const jobs = dynamoJobs(dynamo, environment("JOBS_TABLE"));
const scores = dynamoScores(dynamo, environment("SCORES_TABLE"));
const plan = planRecomputation({ jobs, scores, standards: publishedStandards(), today, now });

export const handler = machineStep("plan-recomputation", ExecutionInput, plan);
