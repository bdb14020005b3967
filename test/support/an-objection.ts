import { applyObjectionStep } from "#shared/domain/apply-objection-step.ts";
import { date } from "#shared/domain/calendar.ts";
import {
  type Objection,
  ObjectionId,
  type ObjectionStep,
  type RecordedObjectionStep,
} from "#shared/domain/objection.ts";
import { listingId, listingTerm } from "./a-listing.ts";
import { applicationNumber } from "./an-application.ts";
import { area } from "./people.ts";

/** Different for every number, and always the same for one. */
export const objectionId = (number: number): ObjectionId => ObjectionId.parse(`o-${`${number}`.padStart(26, "0")}`);

/** Somebody objects to the entry of application 1 in listing 1, unless it says otherwise. */
export const objecting = (differing: Partial<ObjectionStep & { readonly type: "submitted" }> = {}): ObjectionStep => ({
  type: "submitted",
  applicationNumber: applicationNumber(1),
  department: "education",
  area: area("339901"),
  reason: "the family does not live there",
  term: listingTerm,
  ...differing,
});

/** The step, and the objection that it makes of the one before. */
export const nextObjection = (
  before: Objection | ObjectionId,
  step: ObjectionStep,
  subject = step.type === "submitted" || step.type === "withdrawn" ? "objector-1" : "verifier-1",
): { readonly objection: Objection; readonly recorded: RecordedObjectionStep } => {
  const [objection, id] = typeof before === "string" ? [undefined, before] : [before, before.objectionId];
  const role = step.type === "submitted" || step.type === "withdrawn" ? "objector" : "verifier";
  const recorded: RecordedObjectionStep = {
    objectionId: id,
    listingId: objection?.listingId ?? listingId(1),
    version: (objection?.version ?? 0) + 1,
    step,
    by: { subject, role },
    at: "2024-09-03T02:00:00.000Z",
    on: date("2024-09-03"),
  };
  return { objection: applyObjectionStep(objection, recorded), recorded };
};
