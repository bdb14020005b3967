import { settlementsCases } from "#test/shared/storage/settlements.cases.ts";
import { memorySettlements } from "./memory-settlements.ts";

settlementsCases(async () => memorySettlements());
