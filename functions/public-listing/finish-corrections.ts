import { log } from "#shared/runtime/log.ts";
import { type Correcting, correctListing } from "./correct-listing.ts";

/** Every correction that was decided and cut off is carried out to its end. */
export const finishCorrections = (correcting: Correcting) => async (): Promise<void> => {
  let cursor: string | undefined;
  do {
    const page = await correcting.listings.public({ limit: 50, ...(cursor !== undefined && { cursor }) });
    for (const listingId of page.entries) {
      const listing = await correcting.listings.read(listingId);
      if (!listing?.correcting) continue;
      await correctListing(correcting, listingId);
      log.info("correction-finished", { listingId });
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
};
