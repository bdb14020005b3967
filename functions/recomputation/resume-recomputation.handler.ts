import { resumeRecomputationEndpoint } from "#shared/contract/resume-recomputation.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoJobs } from "#shared/storage/dynamo-jobs.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { machines } from "#shared/storage/machine-client.ts";
import { sfnExecutions } from "#shared/storage/sfn-executions.ts";
import { resumeRecomputation } from "./resume-recomputation.ts";

const jobs = dynamoJobs(dynamo, environment("JOBS_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));
const executions = sfnExecutions(machines, environment("RECOMPUTATION_MACHINE_ARN"));

export const handler = route(resumeRecomputationEndpoint, resumeRecomputation(jobs, executions), requests);
