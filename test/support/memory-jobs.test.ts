import { jobsCases } from "#test/shared/storage/jobs.cases.ts";
import { memoryJobs } from "./memory-jobs.ts";

jobsCases(async () => memoryJobs());
