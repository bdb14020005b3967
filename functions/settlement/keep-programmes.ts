import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { type Listing, ListingId } from "#shared/domain/listing.ts";
import type { Programme, ProgrammeId } from "#shared/domain/programme.ts";
import { isOver } from "#shared/domain/review-conditions.ts";
import type { SettlementTask } from "#shared/domain/settlement.ts";
import { log } from "#shared/runtime/log.ts";
import type { Programmes } from "#shared/storage/programmes.ts";
import { dailyTask, nextTasks } from "./next-tasks.ts";
import { settledRuns } from "./settled-run.ts";
import type { Settling } from "./settling.ts";
import { takeListingStep } from "./take-listing-step.ts";

export interface KeepingProgrammes
  extends Pick<Settling, "settlements" | "queue" | "workingDays" | "today" | "now" | "listings"> {
  readonly programmes: Pick<Programmes, "read" | "readSteps" | "due">;
}

/**
 * What the calendar does to programmes: takes up what has stopped, shows the public what was previewed, closes listings whose
 * term and objections are over and has them granted, and looks through what was granted before. A run that ends half-way is
 * made up by the next.
 * @throws Error when some failed, after all the others were done
 */
export const keepProgrammes = (keeping: KeepingProgrammes) => async (): Promise<void> => {
  const { programmes, queue, today } = keeping;
  const on = today();
  const counts = { kept: 0, failed: 0 };
  let cursor: string | undefined;
  do {
    const page = await programmes.due(on, { limit: 100, cursor });
    for (const programmeId of page.entries) {
      try {
        await queue.send(await tasksOf(keeping, programmeId, on));
        counts.kept += 1;
      } catch (fault) {
        counts.failed += 1;
        log.error("programme-not-kept", { programmeId, fault });
      }
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  log.info("programmes-kept", { counts });
  if (counts.failed > 0) throw new Error(`${counts.failed} programmes were not kept`);
};

const tasksOf = async (
  keeping: KeepingProgrammes,
  programmeId: ProgrammeId,
  on: CalendarDate,
): Promise<readonly SettlementTask[]> => {
  const programme = await keeping.programmes.read(programmeId);
  if (!programme) return [];
  const runs = settledRuns(await keeping.programmes.readSteps(programmeId));
  const lookedAfter = runs
    .filter(({ finalOn }) => finalOn !== undefined && dayOf(on) - dayOf(finalOn) <= lookedAfterDays)
    .map(({ run }) => dailyTask(programme, { run, phase: "fill", on }));
  return [...lookedAfter, ...(await tasksOfState(keeping, programme, on))];
};

// later changes come by the queue alone: to read every application of every year each night costs more than it finds
const lookedAfterDays = 60;

const tasksOfState = async (
  keeping: KeepingProgrammes,
  programme: Programme,
  on: CalendarDate,
): Promise<readonly SettlementTask[]> => {
  const { programmeId, run, state, dueOn } = programme;
  switch (state) {
    case "preview":
      if (dueOn === undefined || on <= dueOn) return [];
      return nextTasks(programme, await keeping.settlements.readParts(programmeId, run));
    case "settling":
      return nextTasks(programme, await keeping.settlements.readParts(programmeId, run));
    case "listed":
      return (await isClosed(keeping, programme, on)) ? [dailyTask(programme, { run, phase: "grant", on })] : [];
    case "draft":
    case "discarded":
    case "published":
    case "final":
      return [];
  }
};

/** Closes the listing once nobody can object any more and every objection is decided. */
const isClosed = async (keeping: KeepingProgrammes, { listingId }: Programme, on: CalendarDate): Promise<boolean> => {
  if (listingId === undefined) throw new Error("a programme is listed without a listing");
  const id = ListingId.parse(listingId);
  await takeListingStep(keeping, id, (listing) => {
    const fixed = listing?.term?.provisional ? keeping.workingDays.fixed(listing.term) : undefined;
    return fixed && !fixed.provisional ? { type: "term-fixed", term: fixed } : undefined;
  });
  const listing = await takeListingStep(keeping, id, (before) =>
    mayBeClosed(before, on) ? { type: "closed" } : undefined,
  );
  return listing?.state === "closed";
};

const mayBeClosed = (listing: Listing | undefined, on: CalendarDate): boolean =>
  listing?.state === "public" &&
  listing.openObjections === 0 &&
  listing.correcting === undefined &&
  listing.term !== undefined &&
  isOver(listing.term, on);
