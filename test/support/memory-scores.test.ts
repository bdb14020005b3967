import { scoresCases } from "#test/shared/storage/scores.cases.ts";
import { memoryScores } from "./memory-scores.ts";

scoresCases(async () => memoryScores());
