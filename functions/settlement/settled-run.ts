import type { CalendarDate } from "#shared/domain/calendar.ts";
import { ListingId } from "#shared/domain/listing.ts";
import type { RecordedProgrammeStep } from "#shared/domain/programme.ts";

/** A run that came as far as to be listed. */
export interface SettledRun {
  readonly run: number;
  readonly round: 1 | 2;
  readonly listingId: ListingId;
  /** Since when its results are final. */
  readonly finalOn?: CalendarDate;
}

/** Of the steps of a programme, the runs whose listing the public saw: one a round at most. */
export const settledRuns = (steps: readonly RecordedProgrammeStep[]): readonly SettledRun[] => {
  const runs: SettledRun[] = [];
  let run = 0;
  for (const { step, on } of steps) {
    if (step.type === "settlement-begun" || step.type === "resettled") run += 1;
    if (step.type === "listed") {
      runs.push({ run, round: runs.length === 0 ? 1 : 2, listingId: ListingId.parse(step.listingId) });
    }
    const last = runs.at(-1);
    if (step.type === "finalised" && last) runs[runs.length - 1] = { ...last, finalOn: on };
  }
  return runs;
};
