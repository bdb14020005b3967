import { listingsCases } from "../shared/storage/listings.cases.ts";
import { memoryListings } from "./memory-listings.ts";

listingsCases(async () => memoryListings());
