import { reviewsCases } from "../shared/storage/reviews.cases.ts";
import { memoryLetters } from "./memory-letters.ts";
import { memoryMessages } from "./memory-messages.ts";
import { memoryResidents } from "./memory-residents.ts";
import { memoryReviews } from "./memory-reviews.ts";

reviewsCases(async () => {
  const [residents, messages, letters] = [memoryResidents(), memoryMessages(), memoryLetters()];
  return { reviews: memoryReviews({ residents, messages, letters }), residents, messages, letters };
});
