import { lettersCases } from "#test/shared/storage/letters.cases.ts";
import { memoryLetters } from "./memory-letters.ts";

lettersCases(async () => memoryLetters());
