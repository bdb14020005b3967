import { messagesCases } from "#test/shared/storage/messages.cases.ts";
import { toldScoresCases } from "#test/shared/storage/told-scores.cases.ts";
import { memoryMessages } from "./memory-messages.ts";
import { memoryScores } from "./memory-scores.ts";

messagesCases(async () => memoryMessages());

toldScoresCases(async () => {
  const messages = memoryMessages();
  return { scores: memoryScores(messages), messages };
});
