import { householdsCases } from "#test/shared/storage/households.cases.ts";
import { memoryHouseholds } from "./memory-households.ts";
import { memoryMessages } from "./memory-messages.ts";

householdsCases(async () => {
  const messages = memoryMessages();
  return { households: memoryHouseholds(messages), told: async () => messages.all().length };
});
