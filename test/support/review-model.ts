import { type CalendarDate, date } from "#shared/domain/calendar.ts";
import type { Department } from "#shared/domain/department.ts";
import type { DecisionRule, ReviewOutcome, ReviewState, ReviewStep, ReviewStepType } from "#shared/domain/review.ts";
import type { Acting } from "#shared/domain/review-conditions.ts";
import { residentId } from "./people.ts";

/** What a review is in the simplest words: no table, no fold. What the machine does is held against it. */
export interface ReviewModel {
  rule: DecisionRule;
  state: ReviewState | "none";
  /** Who has spoken in this round, for which department, to what end. */
  spoken: { subject: string; department: Department; outcome: ReviewOutcome }[];
  spokenBefore: string[];
  holder: { subject: string; until: CalendarDate } | undefined;
  byOffice: boolean;
  appealed: boolean;
  proposer: string | undefined;
  reopenedFrom: ReviewState;
  corrects: boolean;
  contradicted: boolean;
  /** What the last decision came to. */
  standing: ReviewState | undefined;
  /** Who has acted for the person. */
  parties: string[];
  due: { on: CalendarDate; certain: boolean };
  today: CalendarDate;
}

export const newModel = (rule: DecisionRule): ReviewModel => ({
  rule,
  state: "none",
  spoken: [],
  spokenBefore: [],
  holder: undefined,
  byOffice: false,
  appealed: false,
  proposer: undefined,
  reopenedFrom: "upheld",
  corrects: false,
  contradicted: false,
  standing: undefined,
  parties: [],
  due: { on: date("2026-12-01"), certain: true },
  today: date("2026-12-01"),
});

export const decidersOf = (rule: DecisionRule): readonly Department[] =>
  rule === "one-decides" ? ["hrss"] : ["hrss", "education"];

const verifier = (subject: string, department: Department): Acting => ({ subject, role: "verifier", department });

/** Everyone who ever has to do with the review of resident 1, and some who must not. */
export const everyone: readonly Acting[] = [
  { subject: "resident", role: "resident", residentId: residentId(1) },
  { subject: "resident", role: "guardian", residentId: residentId(1) },
  { subject: "clerk", role: "window" },
  verifier("ann", "hrss"),
  verifier("bob", "hrss"),
  verifier("cai", "hrss"),
  verifier("dee", "education"),
  verifier("eva", "education"),
  // of the police, which decides nothing here
  verifier("fay", "public-security"),
  // the person themself, and the clerk who has filed it, in another part
  { ...verifier("gus", "hrss"), residentId: residentId(1) },
  verifier("clerk", "hrss"),
  { subject: "ivy", role: "auditor" },
  { subject: "joe", role: "auditor" },
  { subject: "system", role: "system" },
];

const isOpen = ({ state }: ReviewModel) => ["submitted", "under-verification", "material-asked"].includes(state);
const isDecided = ({ state }: ReviewModel) => ["upheld", "partly-upheld", "rejected"].includes(state);
const isPerson = ({ role }: Acting) => role === "resident" || role === "guardian" || role === "window";
/** The one whom it is about, and whoever has done anything in it for them. */
const isParty = ({ parties }: ReviewModel, who: Acting) =>
  parties.includes(who.subject) || who.residentId === residentId(1);

const holds = ({ holder, today }: ReviewModel, { subject }: Acting) =>
  holder !== undefined && holder.subject === subject && today <= holder.until;
const isLocked = ({ holder, today }: ReviewModel) => holder !== undefined && today <= holder.until;
const mayDecide = (model: ReviewModel, who: Acting) =>
  !isParty(model, who) &&
  who.role === "verifier" &&
  who.department !== undefined &&
  decidersOf(model.rule).includes(who.department) &&
  !model.spoken.some(({ department }) => department === who.department) &&
  !model.spokenBefore.includes(who.subject);
const mayReopen = (model: ReviewModel, who: Acting) =>
  !isParty(model, who) &&
  (who.role === "auditor" ||
    (who.role === "verifier" && who.department !== undefined && decidersOf(model.rule).includes(who.department)));
const isOver = ({ due, today }: ReviewModel) => due.certain && today > due.on;

/** Whether the regulation lets this one do this now. */
export const isLawful = (model: ReviewModel, step: ReviewStepType, who: Acting): boolean => {
  const { state, spoken, spokenBefore } = model;
  const waits = state === "submitted" || state === "under-verification";
  const isSystem = who.role === "system";
  switch (step) {
    case "submitted":
      return state === "none" && isPerson(who);
    case "joined":
    case "withdrawn":
      return isOpen(model) && isPerson(who) && !model.byOffice;
    case "assigned":
      return waits && mayDecide(model, who) && !isLocked(model);
    case "released":
      return (
        state === "under-verification" &&
        ((isSystem && !isLocked(model)) || (who.role === "verifier" && holds(model, who)))
      );
    case "material-asked":
    case "opinion-given":
    case "decided":
      return state === "under-verification" && mayDecide(model, who) && holds(model, who);
    case "material-handed-in":
      return state === "material-asked" && isPerson(who);
    case "lapsed":
      return state === "material-asked" && isSystem && isOver(model);
    case "appealed":
      return (state === "rejected" || state === "partly-upheld") && isPerson(who) && !model.appealed;
    case "reopening-proposed":
      return isDecided(model) && mayReopen(model, who);
    case "reopening-agreed":
    case "reopening-refused":
      return (
        state === "reopening-proposed" &&
        mayReopen(model, who) &&
        who.subject !== model.proposer &&
        ![...spoken.map(({ subject }) => subject), ...spokenBefore].includes(who.subject)
      );
    case "reminded":
      return isOpen(model) && isSystem && model.due.certain;
    case "escalated":
      return waits && isSystem && isOver(model);
    case "term-fixed":
      return isOpen(model) && isSystem && !model.due.certain;
    case "confirmed-by-source":
    case "contradicted-by-source":
      return state !== "none" && isSystem && model.corrects;
    case "contradiction-over":
      return state !== "none" && isSystem && model.corrects && model.contradicted;
  }
};

/** What the step comes to, in the model's own words. */
export const follows = (model: ReviewModel, step: ReviewStep, who: Acting) => {
  const { subject, department } = who;
  if (isPerson(who)) model.parties.push(subject);
  if ("term" in step && step.term) model.due = { on: step.term.dueOn, certain: !step.term.provisional };
  const nextRound = () => {
    model.spokenBefore.push(...model.spoken.map((one) => one.subject));
    model.spoken = [];
    model.state = "submitted";
  };
  switch (step.type) {
    case "submitted":
    case "material-handed-in":
      model.state = "submitted";
      return;
    case "assigned":
      model.state = "under-verification";
      model.holder = { subject, until: step.lock.dueOn };
      return;
    case "released":
    case "material-asked":
      model.state = step.type === "released" ? "submitted" : "material-asked";
      model.holder = undefined;
      return;
    case "opinion-given":
    case "decided":
      if (department) model.spoken.push({ subject, department, outcome: step.opinion.outcome });
      model.holder = undefined;
      model.state = comesTo(model);
      if (model.state === "submitted") return;
      model.corrects = model.state !== "rejected";
      model.contradicted = false;
      model.standing = model.state;
      return;
    case "withdrawn":
      // an appeal that is given up leaves the decision before it
      model.state = model.standing ?? "withdrawn";
      model.holder = undefined;
      return;
    case "lapsed":
      model.state = model.byOffice ? "submitted" : (model.standing ?? "lapsed");
      return;
    case "appealed":
      nextRound();
      model.appealed = true;
      model.byOffice = false;
      return;
    case "reopening-proposed":
      model.reopenedFrom = model.state as ReviewState;
      model.state = "reopening-proposed";
      model.proposer = subject;
      return;
    case "reopening-agreed":
      nextRound();
      model.byOffice = true;
      return;
    case "reopening-refused":
      model.state = model.reopenedFrom;
      model.contradicted = false;
      return;
    case "confirmed-by-source":
      model.corrects = false;
      model.contradicted = false;
      return;
    case "contradicted-by-source":
    case "contradiction-over":
      model.contradicted = step.type === "contradicted-by-source";
      return;
    case "joined":
    case "reminded":
    case "escalated":
    case "term-fixed":
      return;
  }
};

/** Pending until all have spoken: never rejected for want of a word. */
const comesTo = ({ rule, spoken }: ReviewModel): ReviewState => {
  if (spoken.length < decidersOf(rule).length) return "submitted";
  const outcomes = spoken.map(({ outcome }) => outcome);
  const all = (outcome: ReviewOutcome) => outcomes.every((one) => one === outcome);
  if (all("upheld")) return "upheld";
  if (all("rejected")) return "rejected";
  // here those who agree in part want the same part, and those who differ have nothing in common
  if (rule === "all-agree") return all("partly-upheld") ? "partly-upheld" : "rejected";
  return "partly-upheld";
};
