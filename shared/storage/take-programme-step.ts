import { applyProgrammeStep } from "#shared/domain/apply-programme-step.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import { mayTakeProgrammeStep } from "#shared/domain/may-take-programme-step.ts";
import type { Programme, ProgrammeId, ProgrammeStep, ProgrammeStepType } from "#shared/domain/programme.ts";
import type { ProgrammeActing } from "#shared/domain/programme-conditions.ts";
import { programmeNextDay } from "#shared/domain/programme-next-day.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Programmes } from "./programmes.ts";

/** What every step of a programme takes: the programmes and the two clocks. */
export interface ProgrammeStepping {
  readonly programmes: Pick<Programmes, "read" | "record">;
  readonly now: () => Instant;
  readonly today: () => CalendarDate;
}

interface Intended {
  /** In which part the caller acts, if they may know of the programme at all. */
  readonly who: (programme: Programme) => ProgrammeActing;
  readonly type: ProgrammeStepType;
  readonly step: (programme: Programme) => ProgrammeStep;
}

/**
 * Takes one step of a programme: as it stands → may they → what it is → all or nothing; overtaken: once more from the start.
 * @throws Refusal programme-unknown, programme-busy, those of `mayTakeProgrammeStep` and of the step itself
 */
export const takeProgrammeStep = async (
  { programmes, now, today }: ProgrammeStepping,
  programmeId: ProgrammeId,
  intended: Intended,
): Promise<Programme> => {
  const on = today();
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const before = await programmes.read(programmeId);
    if (!before) throw new Refusal("programme-unknown", { programmeId });
    const { subject, role } = intended.who(before);
    mayTakeProgrammeStep(before, intended.type, { subject, role }, on);
    const step = intended.step(before);
    const recorded = { programmeId, version: before.version + 1, step, by: { subject, role }, at: now(), on };
    const programme = applyProgrammeStep(before, recorded);
    if ((await programmes.record(programme, recorded, programmeNextDay(programme))) === "recorded") return programme;
  }
  throw new Refusal("programme-busy", {});
};

const mostAttempts = 10;
