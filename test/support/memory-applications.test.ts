import { applicationsCases } from "../shared/storage/applications.cases.ts";
import { memoryApplications } from "./memory-applications.ts";
import { memoryMessages } from "./memory-messages.ts";

applicationsCases(async () => {
  const messages = memoryMessages();
  return { applications: memoryApplications(messages), messages };
});
