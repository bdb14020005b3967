import { applyFindingStep } from "#shared/domain/apply-finding-step.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import { applyChange, type RecordedChange } from "#shared/domain/dossier.ts";
import type { CreditRecord, Finding, FindingStep, RecordedFindingStep } from "#shared/domain/finding.ts";
import type { FindingActing } from "#shared/domain/finding-conditions.ts";
import { findingDossierChange } from "#shared/domain/finding-dossier-change.ts";
import { findingLetter } from "#shared/domain/finding-letter.ts";
import { findingNextDay } from "#shared/procedure/finding-calendar.ts";
import type { WithFinding } from "#shared/storage/findings.ts";
import type { FindingStepping } from "./finding-stepping.ts";
import { toldOfFinding } from "./told-of-finding.ts";

interface Stepping extends Pick<Finding, "findingId" | "residentId"> {
  /** Absent before the first step. */
  readonly before: Finding | undefined;
  readonly step: FindingStep;
  readonly who: FindingActing;
  readonly on: CalendarDate;
}

/**
 * Writes one step with all that goes with it: dossier, message, letter, credit record, the day of the calendar.
 * @returns nothing where it was overtaken
 * @throws Refusal dossier-too-large
 */
export const recordFindingStep = async (
  stepping: FindingStepping,
  { findingId, residentId, before, step, who, on }: Stepping,
): Promise<Finding | undefined> => {
  const { subject, role } = who;
  const version = (before?.version ?? 0) + 1;
  const recorded = { findingId, residentId, version, step, by: { subject, role }, at: stepping.now(), on };
  const finding = applyFindingStep(before, recorded);
  const letter = findingLetter(finding, recorded);
  const outcome = await stepping.findings.record(finding, recorded, {
    nextDay: findingNextDay(finding, on),
    dossier: await dossierAfter(stepping, finding, recorded),
    messages: toldOfFinding(recorded),
    letters: letter ? [letter] : [],
    credit: await creditOf(stepping, finding, recorded),
  });
  return outcome === "recorded" ? finding : undefined;
};

const dossierAfter = async (
  { residents }: FindingStepping,
  finding: Finding,
  step: RecordedFindingStep,
): Promise<WithFinding["dossier"]> => {
  const change = findingDossierChange(finding, step);
  if (!change) return undefined;
  const { residentId, at, on, by } = step;
  const dossier = await residents.read(residentId);
  if (!dossier) throw new Error("a finding has no dossier");
  const version = dossier.version + 1;
  const recorded: RecordedChange = { residentId, version, change, receivedAt: at, receivedOn: on, by: by.subject };
  return { dossier: applyChange(dossier, recorded), recorded };
};

/** 信用档案: only what the archive may have. */
const creditOf = async (
  { findings }: FindingStepping,
  { findingId, residentId, area, department, clause, barredUntil }: Finding,
  { step: { type }, on }: RecordedFindingStep,
): Promise<CreditRecord | undefined> => {
  if (type !== "confirmed" && type !== "overturned") return undefined;
  const sequence = (await findings.lastCredit()) + 1;
  const bar = barredUntil && { barredUntil };
  return { sequence, residentId, findingId, record: type, area, department, clause, ...bar, on };
};
