import { randomUUID } from "node:crypto";
import type { ListingId } from "#shared/domain/listing.ts";
import type { PartTask, SettlementProgress } from "#shared/domain/settlement.ts";
import { log } from "#shared/runtime/log.ts";
import type { Settling } from "./settling.ts";

type Working = Pick<Settling, "settlements" | "queue" | "now" | "sliceSeconds">;

/** What one page came to. */
export interface PageWorked {
  /** Where the next one begins; absent after the last. */
  readonly cursor?: string | undefined;
  /** How many more of each kind. */
  readonly counts: Readonly<Record<string, number>>;
  readonly listingId?: ListingId;
}

/**
 * Works one part page by page, for one slice; the next slice is a task of its own. A page is saved once it is worked: who is
 * killed in between works it again, and of two who work the same one only the first to save it goes on.
 * @returns the progress once the part is done, or nothing where somebody else goes on with it
 */
export const workPart = async (
  { settlements, queue, now, sliceSeconds }: Working,
  { of, ...place }: PartTask,
  workPage: (cursor: string | undefined) => Promise<PageWorked>,
): Promise<SettlementProgress | undefined> => {
  const begunAt = Date.parse(now());
  const worker = randomUUID();
  let progress = (await settlements.readPart(place)) ?? unbegun(place);
  for (let pages = 0; !progress.done; pages++) {
    if (pages > 0 && Date.parse(now()) - begunAt >= sliceSeconds * 1000) {
      await queue.send([{ of, ...place }]);
      return undefined;
    }
    const { cursor, counts, listingId } = await workPage(progress.cursor ?? undefined);
    progress = {
      ...progress,
      page: progress.page + 1,
      worker,
      cursor: cursor ?? null,
      done: cursor === undefined,
      counts: sumOf(progress.counts, counts),
      ...(listingId && { listingId }),
    };
    if (!(await settlements.savePart(progress))) {
      log.info("part-left-to-another-worker", {
        programmeId: place.programmeId,
        shard: `${place.phase}#${place.part}`,
      });
      return undefined;
    }
  }
  return progress;
};

const unbegun = (place: Omit<PartTask, "of">): SettlementProgress => ({
  ...place,
  page: 0,
  worker: "",
  cursor: null,
  done: false,
  counts: {},
});

const sumOf = (
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => [
      name,
      (one[name] ?? 0) + (other[name] ?? 0),
    ]),
  );
