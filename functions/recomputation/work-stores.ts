import { dynamo } from "#shared/storage/client.ts";
import { dynamoJobs } from "#shared/storage/dynamo-jobs.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoScores } from "#shared/storage/dynamo-scores.ts";
import { machines } from "#shared/storage/machine-client.ts";
import { sfnExecutions } from "#shared/storage/sfn-executions.ts";

export type WorkNames = Readonly<Record<"jobs" | "residents" | "scores" | "messages" | "machine", string>>;

/** What work on many residents reads, writes and starts, under the names that the deployment gave. */
export const workStores = (names: WorkNames) => ({
  jobs: dynamoJobs(dynamo, names.jobs),
  residents: dynamoResidents(dynamo, names.residents),
  scores: dynamoScores(dynamo, names.scores, names.messages),
  executions: sfnExecutions(machines, names.machine),
});
