import type { Application } from "./application.ts";
import type { Objection, ObjectionRole } from "./objection.ts";
import type { ObjectionCondition } from "./objection-machine.ts";
import { Refusal } from "./refusal.ts";
import type { ResidentId } from "./resident-id.ts";

/** Who wants to take a step, and which resident they are themself, if any. */
export interface ObjectionActing {
  readonly subject: string;
  readonly role: ObjectionRole;
  readonly residentId?: ResidentId | undefined;
}

/** The application whose entry is contested: whoever filed it, decided on it or profits from it does not decide. */
export type Contested = Pick<Application, "residentId" | "filers" | "decidedBy">;

type Check = (objection: Objection, who: ObjectionActing, contested: Contested) => void;

/** How each condition is told: it throws where it does not hold. */
export const objectionConditions: Readonly<Record<ObjectionCondition, Check>> = {
  "is-the-objector": ({ objectionId, objector }, { subject }) => {
    if (objector.subject !== subject) throw new Refusal("objection-unknown", { objectionId });
  },
  "decides-for-another": ({ objector }, { subject, residentId }, { residentId: applicant, filers, decidedBy }) => {
    const isTheirs = residentId !== undefined && (residentId === applicant || residentId === objector.residentId);
    if (objector.subject === subject || filers.includes(subject) || isTheirs) {
      throw new Refusal("decides-on-own", { because: "own-request" });
    }
    if (decidedBy.includes(subject)) throw new Refusal("decides-on-own", { because: "own-decision" });
  },
  "holds-it": ({ holder }, { subject }) => {
    if (holder !== subject) throw new Refusal("objection-not-held", {});
  },
};
