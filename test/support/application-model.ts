import type { ApplicationState, ApplicationStepType } from "#shared/domain/application.ts";
import type { ApplicationActing } from "#shared/domain/application-conditions.ts";
import { residentId } from "./people.ts";

/** How far the programme is: one can apply, one can't any more, it is ranked and listed, it is over. */
export type Phase = "open" | "closed" | "settling" | "listed" | "final";

/** What an application is in the simplest words: no table, no fold. What the machine does is held against it. */
export interface ApplicationModel {
  state: ApplicationState | "none";
  phase: Phase;
  /** Who has acted for the person. */
  filers: string[];
  deciders: string[];
  contested: boolean;
  /** Whether it has ever had a place. */
  hadPlace: boolean;
}

export const newApplicationModel = (): ApplicationModel => ({
  state: "none",
  phase: "open",
  filers: [],
  deciders: [],
  contested: false,
  hadPlace: false,
});

/** Everyone who ever has to do with the application of resident 1, and some who must not. */
export const everyoneInIt: readonly ApplicationActing[] = [
  { subject: "resident", role: "resident", residentId: residentId(1) },
  { subject: "resident", role: "guardian", residentId: residentId(1) },
  { subject: "window", role: "window" },
  { subject: "ann", role: "verifier" },
  { subject: "bob", role: "verifier" },
  // the applicant works in the office that decides; the window's clerk does too
  { subject: "resident", role: "verifier", residentId: residentId(1) },
  { subject: "window", role: "verifier" },
  { subject: "system", role: "system" },
];

/** What the regulation lets somebody do now, in plain words. */
export const isLawfulOn = (model: ApplicationModel, type: ApplicationStepType, who: ApplicationActing): boolean => {
  const { state, phase, filers, deciders, contested } = model;
  const isIn = (...states: readonly ApplicationModel["state"][]) => states.includes(state);
  const isPerson = who.role === "resident" || who.role === "guardian" || who.role === "window";
  const isSystem = who.role === "system";
  const beforeRanking = phase === "open" || phase === "closed";
  const ranking = phase === "settling" || phase === "listed";
  const isStranger = who.residentId !== residentId(1) && !filers.includes(who.subject);
  const mayDecide = who.role === "verifier" && isStranger && !(contested && deciders.includes(who.subject));
  switch (type) {
    case "applied":
      return isPerson && phase === "open" && isIn("none");
    case "changed":
      return isPerson && phase === "open" && isIn("submitted", "material-asked", "accepted", "not-eligible");
    case "material-asked":
      return mayDecide && beforeRanking && isIn("submitted");
    case "material-handed-in":
      return isPerson && beforeRanking && isIn("material-asked");
    case "accepted":
    case "found-not-eligible":
      return mayDecide && beforeRanking && isIn("submitted", "material-asked");
    case "contested":
      return isPerson && beforeRanking && !contested && isIn("not-eligible");
    case "withdrawn":
      return isPerson && !isIn("none", "withdrawn", "revoked");
    case "readiness-decided":
      return mayDecide && isIn("accepted", "frozen", "left-out");
    case "left-out":
      return isSystem && ranking && isIn("submitted", "material-asked", "accepted", "frozen", "left-out");
    case "frozen":
      return isSystem && ranking && isIn("accepted", "frozen", "left-out");
    case "granted":
      return isSystem && isIn("frozen");
    case "not-granted":
      return isSystem && isIn("frozen", "left-out");
    case "moved-up":
      return isSystem && isIn("not-granted");
    case "revoked":
      return isSystem && isIn("granted");
    case "reinstated":
      return isSystem && isIn("revoked");
  }
};

const stateAfter: Readonly<Partial<Record<ApplicationStepType, ApplicationState>>> = {
  applied: "submitted",
  changed: "submitted",
  "material-handed-in": "submitted",
  contested: "submitted",
  "material-asked": "material-asked",
  accepted: "accepted",
  "found-not-eligible": "not-eligible",
  withdrawn: "withdrawn",
  "left-out": "left-out",
  frozen: "frozen",
  granted: "granted",
  "not-granted": "not-granted",
  "moved-up": "granted",
  revoked: "revoked",
  reinstated: "granted",
};

/** The model after a lawful step. */
export const followsIn = (model: ApplicationModel, type: ApplicationStepType, who: ApplicationActing): void => {
  model.state = stateAfter[type] ?? model.state;
  const isPerson = who.role !== "verifier" && who.role !== "system";
  if (isPerson && !model.filers.includes(who.subject)) model.filers.push(who.subject);
  if ((type === "accepted" || type === "found-not-eligible") && !model.deciders.includes(who.subject)) {
    model.deciders.push(who.subject);
  }
  if (type === "changed") Object.assign(model, { deciders: [], contested: false });
  if (type === "contested") model.contested = true;
  if (model.state === "granted") model.hadPlace = true;
};
