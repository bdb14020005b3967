import { type CalendarDate, date, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { ProgrammeState, ProgrammeStep, ProgrammeStepType } from "#shared/domain/programme.ts";
import type { ProgrammeActing } from "#shared/domain/programme-conditions.ts";
import { drafting, redrafting, someTerms } from "./a-programme.ts";

/** What a programme is in the simplest words: no table, no fold. What the machine does is held against it. */
export interface ProgrammeModel {
  /** Whether its terms foresee a second round. */
  readonly twice: boolean;
  state: ProgrammeState | "none";
  writers: string[];
  round: 1 | 2;
  hasSeed: boolean;
  runs: number;
  /** Until when it lies open to those who see it. */
  openUntil: CalendarDate | undefined;
  today: CalendarDate;
}

export const newModel = (twice: boolean): ProgrammeModel => ({
  twice,
  state: "none",
  writers: [],
  round: 1,
  hasSeed: false,
  runs: 0,
  openUntil: undefined,
  today: date("2024-05-01"),
});

const secondRound = { opensOn: "2024-06-20", closesOn: "2024-06-25", cutOffOn: "2024-06-28" };
export const termsOf = ({ twice }: ProgrammeModel) => someTerms(twice ? { secondRound } : {});

/** Everyone who ever has to do with a programme, some in two parts. */
export const everyone: readonly ProgrammeActing[] = [
  { subject: "ruth", role: "rule-maker" },
  { subject: "rob", role: "rule-maker" },
  { subject: "rob", role: "approver" },
  { subject: "ada", role: "approver" },
  { subject: "vera", role: "verifier" },
  { subject: "system", role: "system" },
];

const closesOn = ({ round }: ProgrammeModel) => (round === 1 ? "2024-05-24" : secondRound.closesOn);
const cutOffOn = ({ round }: ProgrammeModel) => (round === 1 ? "2024-05-31" : secondRound.cutOffOn);

/** What the rules let, in plain words. */
export const isLawful = (
  model: ProgrammeModel,
  step: ProgrammeStepType,
  { subject, role }: ProgrammeActing,
): boolean => {
  const { state, writers, hasSeed, openUntil, today } = model;
  switch (step) {
    case "drafted":
      return state === "none" && role === "rule-maker";
    case "redrafted":
      return state === "draft" && role === "rule-maker";
    case "discarded":
      return state === "draft" && (role === "rule-maker" || role === "approver");
    case "published":
      return state === "draft" && role === "approver" && !writers.includes(subject) && today <= closesOn(model);
    case "seed-drawn":
      return state === "published" && role === "verifier" && !hasSeed && today > closesOn(model);
    case "settlement-begun":
      return state === "published" && role === "verifier" && hasSeed && today >= cutOffOn(model);
    case "previewed":
      return state === "settling" && role === "system";
    case "resettled":
      return state === "preview" && role === "verifier";
    case "listed":
      return (
        role === "system" &&
        (state === "settling" || (state === "preview" && openUntil !== undefined && today > openUntil))
      );
    case "finalised":
      return state === "listed" && role === "system" && openUntil !== undefined && today > openUntil;
    case "second-round-begun":
      return state === "final" && role === "system" && model.twice && model.round === 1;
  }
};

/** What the step comes to. */
export const follows = (model: ProgrammeModel, step: ProgrammeStep, { subject }: ProgrammeActing): void => {
  switch (step.type) {
    case "drafted":
    case "redrafted":
      model.state = "draft";
      model.writers = [...model.writers, subject];
      return;
    case "discarded":
    case "published":
      model.state = step.type;
      return;
    case "seed-drawn":
      model.hasSeed = true;
      return;
    case "settlement-begun":
    case "resettled":
      model.state = "settling";
      model.runs += 1;
      model.openUntil = undefined;
      return;
    case "previewed":
    case "listed":
      model.state = step.type === "listed" ? "listed" : "preview";
      model.openUntil = step.dueOn;
      return;
    case "finalised":
      model.state = "final";
      model.openUntil = undefined;
      return;
    case "second-round-begun":
      model.state = "published";
      model.round = 2;
      model.hasSeed = false;
      return;
  }
};

/** The step as a use case would make it. */
export const stepOf = (type: ProgrammeStepType, model: ProgrammeModel): ProgrammeStep => {
  const open = { listingId: `n-${model.runs}`, dueOn: laterBy(model.today, 3) };
  switch (type) {
    case "drafted":
      return drafting(termsOf(model));
    case "redrafted":
      return redrafting(termsOf(model));
    case "discarded":
    case "resettled":
      return { type, reason: "a mistake" };
    case "seed-drawn":
      return { type, seed: "1 2 3", source: "draw 2024059" };
    case "previewed":
    case "listed":
      return { type, ...open };
    case "second-round-begun":
      return { type, left: { east: 1, west: 0 } };
    case "published":
    case "settlement-begun":
    case "finalised":
      return { type };
  }
};

export const laterBy = (day: CalendarDate, days: number): CalendarDate => dateOf(dayAfter(dayOf(day), days));
