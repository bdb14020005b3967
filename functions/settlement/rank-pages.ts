import type { EntrySecret, ListingEntry, ListingId } from "#shared/domain/listing.ts";
import type { Programme } from "#shared/domain/programme.ts";
import { commitmentOf, nameSealOf } from "#shared/ranking/commitment.ts";
import { maskedName } from "#shared/ranking/masked-name.ts";
import type { Ranked } from "#shared/ranking/rank.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { type Ranking, rankingOf } from "./ranking-of.ts";
import type { Settling } from "./settling.ts";
import type { PageWorked } from "./work-part.ts";

/**
 * Ranks, and writes the entries page by page. The pages say which listing they are of: where the ranking has come to be
 * another since, its own are written from the first one on, and no listing ever names the others.
 */
export const rankPages = async (settling: Settling, programme: Programme) => {
  const ranking = await rankingOf(settling, programme);
  return async (cursor: string | undefined): Promise<PageWorked> => {
    const { listingId, ranked } = ranking;
    // after the preview nothing was different: the entries are there
    if (await settling.listings.read(listingId)) return { counts: {}, listingId };
    const begun = cursor?.startsWith(`${listingId}#`) ? Number(cursor.slice(listingId.length + 1)) : 0;
    const page = ranked.slice(begun, begun + settling.pageSize);
    const entries = await inParallel(page, settling.width, entryOf(settling, ranking));
    if (entries.length > 0) await settling.listings.putEntries(listingId, 1, entries);
    const written = begun + page.length;
    const isLast = written >= ranked.length;
    return { cursor: isLast ? undefined : `${listingId}#${written}`, counts: { listed: page.length }, listingId };
  };
};

const entryOf =
  ({ identities, keys }: Settling, { listingId, behind }: Ranking) =>
  async (ranked: Ranked): Promise<{ readonly entry: ListingEntry; readonly secret: EntrySecret }> => {
    const { applicationNumber } = ranked;
    const known = behind.get(applicationNumber);
    if (!known) throw new Error("an entry has nobody behind it");
    const { residentId, values } = known;
    const [person, salt] = await Promise.all([identities.read(residentId), saltOf(keys, listingId, applicationNumber)]);
    if (!person) throw new Error("a person is not among the identities");
    const nameSeal = nameSealOf(salt, person.name);
    const secret = { applicationNumber, residentId, salt, nameSeal, values };
    return { entry: { ...ranked, maskedName: maskedName(person.name), commitment: commitmentOf(secret) }, secret };
  };

/** The same whenever the entry is written, and nobody's guess without the key. */
const saltOf = (keys: Settling["keys"], listingId: ListingId, applicationNumber: string): Promise<string> =>
  keys.lookup(`salt ${listingId} ${applicationNumber}`);
