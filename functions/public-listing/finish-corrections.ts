import { log } from "#shared/runtime/log.ts";
import { type Correcting, correctListing } from "./correct-listing.ts";

/**
 * Every correction that was decided and cut off is carried out to its end.
 * @throws Error when some failed, after all the others were done
 */
export const finishCorrections = (correcting: Correcting) => async (): Promise<void> => {
  let cursor: string | undefined;
  let failed = 0;
  do {
    const page = await correcting.listings.public({ limit: 50, ...(cursor !== undefined && { cursor }) });
    for (const listingId of page.entries) {
      try {
        const listing = await correcting.listings.read(listingId);
        if (!listing?.correcting) continue;
        await correctListing(correcting, listingId);
        log.info("correction-finished", { listingId });
      } catch (fault) {
        failed += 1;
        log.error("correction-not-finished", { listingId, fault });
      }
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  if (failed > 0) throw new Error(`${failed} corrections were not finished`);
};
