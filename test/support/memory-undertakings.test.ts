import { undertakingsCases } from "#test/shared/storage/undertakings.cases.ts";
import { memoryUndertakings } from "./memory-undertakings.ts";

undertakingsCases(async () => memoryUndertakings());
