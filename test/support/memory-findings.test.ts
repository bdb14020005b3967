import { findingsCases } from "../shared/storage/findings.cases.ts";
import { memoryFindings } from "./memory-findings.ts";
import { memoryLetters } from "./memory-letters.ts";
import { memoryMessages } from "./memory-messages.ts";
import { memoryResidents } from "./memory-residents.ts";

findingsCases(async () => {
  const [residents, messages, letters] = [memoryResidents(), memoryMessages(), memoryLetters()];
  return { findings: memoryFindings({ residents, messages, letters }), residents };
});
