import { applyStep } from "#shared/domain/apply-step.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import { mayTake } from "#shared/domain/may-take.ts";
import type { Message } from "#shared/domain/message.ts";
import type { RecordedStep, Review, ReviewStepType } from "#shared/domain/review.ts";
import type { WorkingDays } from "#shared/domain/working-days.ts";
import { calendarStep } from "#shared/procedure/calendar-step.ts";
import { nextDayOf } from "#shared/procedure/next-day.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { log } from "#shared/runtime/log.ts";
import type { publishMetrics } from "#shared/runtime/metrics.ts";
import { messageFor } from "#shared/storage/message-for.ts";
import type { ReviewPlace, Reviews } from "#shared/storage/reviews.ts";
import type { Page, PageRequest } from "#shared/storage/scores.ts";
import { shards } from "#shared/storage/shards.ts";

export interface KeepingDeadlines {
  readonly reviews: Pick<Reviews, "read" | "record" | "due" | "provisional">;
  readonly workingDays: WorkingDays;
  readonly today: () => CalendarDate;
  readonly now: () => Instant;
  readonly publish: typeof publishMetrics;
}

/**
 * What the calendar does to reviews: calls to mind, escalates, lets lapse, takes locks that have run out, and fixes terms
 * whose holidays have become known. Each is one transaction, so a run that ends half-way is made up by the next.
 * @throws Error when some failed, after all the others were done
 */
export const keepDeadlines = (keeping: KeepingDeadlines) => async (): Promise<void> => {
  const { reviews, workingDays, today, publish } = keeping;
  const on = today();
  const taken = new Map<ReviewStepType, number>();
  let failed = 0;

  const keep = async (place: ReviewPlace): Promise<void> => {
    try {
      for (const type of await keepReview(keeping, place, on)) taken.set(type, (taken.get(type) ?? 0) + 1);
    } catch (fault) {
      failed += 1;
      log.error("deadline-not-kept", { ...place, fault });
    }
  };

  let provisional = 0;
  for (const shard of shards) {
    await eachPage((request) => reviews.due(shard, on, request), keep);
    provisional += await eachPage((request) => reviews.provisional(shard, request), keep);
  }
  publish({
    ReviewsEscalated: taken.get("escalated") ?? 0,
    TermsProvisional: provisional - (taken.get("term-fixed") ?? 0),
    HolidaysUnknown: areUnknown(workingDays, on) ? 1 : 0,
  });
  log.info("deadlines-kept", { counts: { ...Object.fromEntries(taken), provisional, failed } });
  if (failed > 0) throw new Error(`the deadlines of ${failed} reviews were not kept`);
};

/** Takes every step that is due, one after the other. */
const keepReview = async (
  { reviews, workingDays, now }: KeepingDeadlines,
  { residentId, reviewId }: ReviewPlace,
  on: CalendarDate,
): Promise<readonly ReviewStepType[]> => {
  const taken: ReviewStepType[] = [];
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const review = await reviews.read(residentId, reviewId);
    const step = review && calendarStep(review, on, workingDays);
    if (!step) return taken;
    mayTake(review, step.type, system, on);
    const version = review.version + 1;
    const recorded: RecordedStep = { residentId, reviewId, version, step, by: system, at: now(), on };
    const after = applyStep(review, recorded);
    const messages = toldOf(after, recorded);
    const outcome = await reviews.record(after, recorded, { nextDay: nextDayOf(after, workingDays), messages });
    if (outcome === "recorded") taken.push(step.type);
  }
  throw new Error("a review kept being changed by others");
};

/** More than the calendar ever has to do to one review at once, and to spare for others who are at it. */
const attempts = 10;

const system = { subject: "system", role: "system" } as const;

const toldOf = (
  { state, term }: Review,
  { residentId, reviewId, version, step, at, on }: RecordedStep,
): readonly Message[] => {
  const occasion = { residentId, parameters: { reviewId }, occasion: `${reviewId}#${version}`, at, on };
  if (step.type === "escalated") return [messageFor({ ...occasion, kind: "review-overdue" })];
  if (step.type === "reminded" && state === "material-asked" && term) {
    return [messageFor({ ...occasion, kind: "material-due", parameters: { reviewId, dueOn: term.dueOn } })];
  }
  if (step.type !== "lapsed" || step.term) return [];
  return [messageFor({ ...occasion, kind: state === "lapsed" ? "review-lapsed" : "appeal-lapsed" })];
};

const eachPage = async (
  pageAt: (request: PageRequest) => Promise<Page<ReviewPlace>>,
  keep: (place: ReviewPlace) => Promise<void>,
): Promise<number> => {
  let found = 0;
  let cursor: string | undefined;
  do {
    const page: Page<ReviewPlace> = await pageAt({ limit: 100, cursor });
    await inParallel(page.entries, width, keep);
    found += page.entries.length;
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
};

const width = 8;

/** The notice of a year is published in November of the one before; from December on it is missed. */
const areUnknown = (workingDays: WorkingDays, on: CalendarDate): boolean => {
  const year = Number(on.slice(0, 4));
  return !workingDays.knows(year) || (on.slice(5, 7) === "12" && !workingDays.knows(year + 1));
};
