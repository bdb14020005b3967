import { resultsCases } from "#test/shared/storage/results.cases.ts";
import { memoryResults } from "./memory-results.ts";

resultsCases(async () => memoryResults());
