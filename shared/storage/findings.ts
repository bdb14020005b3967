import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Dossier, RecordedChange } from "#shared/domain/dossier.ts";
import type { CreditRecord, Finding, FindingId, RecordedFindingStep } from "#shared/domain/finding.ts";
import type { Letter } from "#shared/domain/letter.ts";
import type { Message } from "#shared/domain/message.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Page, PageRequest } from "./scores.ts";
import type { Shard } from "./shards.ts";

/** What goes with a step: all of it or nothing. */
export interface WithFinding {
  /** The day on which the calendar alone does something next. */
  readonly nextDay?: CalendarDate | undefined;
  /** What is voided, or counts again. */
  readonly dossier?: { readonly dossier: Dossier; readonly recorded: RecordedChange } | undefined;
  readonly messages?: readonly Message[];
  readonly letters?: readonly Letter[];
  /** It follows on the last record there is. */
  readonly credit?: CreditRecord | undefined;
}

/** `overtaken`: finding, dossier or the end of the credit records is another by now, read again. */
export type FindingStepRecorded = "recorded" | "overtaken";

export interface FindingPlace {
  readonly residentId: ResidentId;
  readonly findingId: FindingId;
}

/** The findings of forgery and the steps that made them. Every read but of the index is strongly consistent. */
export interface Findings {
  read(residentId: ResidentId, findingId: FindingId): Promise<Finding | undefined>;

  /** From the first one on. */
  readSteps(residentId: ResidentId, findingId: FindingId): Promise<readonly RecordedFindingStep[]>;

  /** In order of their ids. */
  ofResident(residentId: ResidentId): Promise<readonly Finding[]>;

  /**
   * Writes one step, the finding it makes and what goes with it: all or nothing.
   * @throws Refusal dossier-too-large
   */
  record(finding: Finding, recorded: RecordedFindingStep, together: WithFinding): Promise<FindingStepRecorded>;

  /** The findings to which the calendar does something on or before the day. A moment old. */
  due(shard: Shard, through: CalendarDate, request: PageRequest): Promise<Page<FindingPlace>>;

  /** 信用档案: the records behind the number, in order and without a gap. */
  creditAfter(sequence: number, limit: number): Promise<readonly CreditRecord[]>;

  /** The number of the last record there is; 0 while there is none. */
  lastCredit(): Promise<number>;
}
