import { machineFold } from "./machine-fold.ts";
import type { Objection, ObjectionStep, RecordedObjectionStep } from "./objection.ts";
import { objectionMachine } from "./objection-machine.ts";

/**
 * The objection after one more step.
 * @throws Error when the step does not follow on the objection's version, or the machine knows no such way
 */
export const applyObjectionStep = (objection: Objection | undefined, recorded: RecordedObjectionStep): Objection =>
  fold(objection, recorded);

const fold = machineFold(objectionMachine, (objection: Objection | undefined, recorded: RecordedObjectionStep) => {
  if (recorded.step.type === "submitted") return submitted(recorded, recorded.step);
  if (!objection) throw new Error(`an objection began with ${recorded.step.type}`);
  return stepped(objection, recorded);
});

const submitted = (
  { objectionId, listingId, version, by, at, on }: RecordedObjectionStep,
  { type, residentId, ...filed }: ObjectionStep & { readonly type: "submitted" },
): Objection => ({
  objectionId,
  listingId,
  version,
  ...filed,
  objector: { subject: by.subject, ...(residentId && { residentId }) },
  filedAt: at,
  state: "submitted",
  since: on,
});

const stepped = (objection: Objection, { step, by, on }: RecordedObjectionStep): Objection => {
  switch (step.type) {
    case "submitted":
      throw new Error("an objection begins once");
    case "assigned":
      return { ...objection, state: "under-verification", holder: by.subject };
    case "upheld":
    case "rejected": {
      const { type, ...decided } = step;
      return { ...objection, state: type, decision: { ...decided, by: by.subject, on } };
    }
    case "withdrawn":
      return { ...objection, state: "withdrawn" };
  }
};
