import { objectionsCases } from "../shared/storage/objections.cases.ts";
import { memoryListings } from "./memory-listings.ts";
import { memoryObjections } from "./memory-objections.ts";

objectionsCases(async () => {
  const listings = memoryListings();
  return { objections: memoryObjections(listings), listings };
});
