import { batchesCases } from "#test/shared/storage/batches.cases.ts";
import { memoryBatches } from "./memory-batches.ts";

batchesCases(async () => memoryBatches());
