import type { AreaCode } from "#shared/domain/area.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Programme, ProgrammeId, RecordedProgrammeStep } from "#shared/domain/programme.ts";
import type { Page, PageRequest } from "./scores.ts";

/** `overtaken`: the programme is another by now, read again. */
export type ProgrammeStepRecorded = "recorded" | "overtaken";

/** The programmes and the steps that made them. Every read but of an index is strongly consistent. */
export interface Programmes {
  read(programmeId: ProgrammeId): Promise<Programme | undefined>;

  /** From the first one on. */
  readSteps(programmeId: ProgrammeId): Promise<readonly RecordedProgrammeStep[]>;

  /** Writes one step and the programme it makes: all or nothing. */
  record(programme: Programme, recorded: RecordedProgrammeStep, nextDay?: CalendarDate): Promise<ProgrammeStepRecorded>;

  /** Every programme of the city, in order of their ids. A moment old, like every index. */
  ofCity(city: AreaCode, request: PageRequest): Promise<Page<ProgrammeId>>;

  /** The programmes to which the calendar does something on or before the day. A moment old. */
  due(through: CalendarDate, request: PageRequest): Promise<Page<ProgrammeId>>;
}
