import type { AreaCode } from "#shared/domain/area.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Department } from "#shared/domain/department.ts";
import type { Dossier, RecordedChange } from "#shared/domain/dossier.ts";
import type { Letter } from "#shared/domain/letter.ts";
import type { Message } from "#shared/domain/message.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { ContestedLine, RecordedStep, Review, ReviewId } from "#shared/domain/review.ts";
import type { Page, PageRequest } from "./scores.ts";
import type { Shard } from "./shards.ts";

/** The day on which the calendar alone does something next; `provisional` where no holidays are known for it yet. */
export type NextDay = CalendarDate | "provisional" | undefined;

/** What goes with a step: all of it or nothing. */
export interface Together {
  readonly nextDay: NextDay;
  /** The correction of a fact, or its withdrawal. */
  readonly dossier?: { readonly dossier: Dossier; readonly recorded: RecordedChange } | undefined;
  readonly messages?: readonly Message[];
  readonly letters?: readonly Letter[];
}

/** `overtaken`: review or dossier is another by now, read again. `line-open`: another review of the line is open. */
export type StepRecorded = "recorded" | "overtaken" | "line-open";

/** Where a review waits for somebody of an office; what the index alone tells. */
export interface QueuePlace {
  readonly residentId: ResidentId;
  readonly reviewId: ReviewId;
  readonly county: AreaCode;
  /** Without a term (a reopening, a contradiction) the day since which it waits. */
  readonly dueOn: CalendarDate;
  readonly term: "fixed" | "provisional" | "none";
}

/** The reviews and the steps that made them. Every read but of an index is strongly consistent. */
export interface Reviews {
  read(residentId: ResidentId, reviewId: ReviewId): Promise<Review | undefined>;

  /** From the first one on. */
  readSteps(residentId: ResidentId, reviewId: ReviewId): Promise<readonly RecordedStep[]>;

  /** In order of their ids. */
  ofResident(residentId: ResidentId): Promise<readonly Review[]>;

  /** The one review of the line that is open. */
  openOn(residentId: ResidentId, line: ContestedLine): Promise<ReviewId | undefined>;

  /**
   * Writes one step, the review it makes and what goes with it: all or nothing.
   * @throws Refusal dossier-too-large
   */
  record(review: Review, recorded: RecordedStep, together: Together): Promise<StepRecorded>;

  /** What waits for the department in the area (a city or a county), the earliest due first. A moment old, like every index. */
  queue(department: Department, area: AreaCode, request: PageRequest): Promise<Page<QueuePlace>>;

  /** The reviews to which the calendar does something on or before the day. A moment old. */
  due(shard: Shard, through: CalendarDate, request: PageRequest): Promise<Page<ReviewPlace>>;

  /** The reviews whose term rests on holidays that are not known yet. A moment old. */
  provisional(shard: Shard, request: PageRequest): Promise<Page<ReviewPlace>>;
}

export interface ReviewPlace {
  readonly residentId: ResidentId;
  readonly reviewId: ReviewId;
}
