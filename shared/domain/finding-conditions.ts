import type { CalendarDate } from "./calendar.ts";
import type { Finding, RecordedFindingStep } from "./finding.ts";
import type { FindingCondition } from "./finding-machine.ts";
import { Refusal } from "./refusal.ts";
import type { ResidentId } from "./resident-id.ts";
import { isOver } from "./review-conditions.ts";

/** Who wants to take a step, and which resident they are themself, if any. */
export type FindingActing = RecordedFindingStep["by"] & { readonly residentId?: ResidentId | undefined };

type Check = (finding: Finding, who: FindingActing, on: CalendarDate) => void;

/** How each condition is told: it throws where it does not hold. Those of the system are faults, as nobody asked. */
export const findingConditions: Readonly<Record<FindingCondition, Check>> = {
  "decides-for-another": ({ filers, residentId }, who) => {
    if (filers.includes(who.subject) || who.residentId === residentId) {
      throw new Refusal("decides-on-own", { because: "own-request" });
    }
  },
  "second-person": ({ proposedBy }, { subject }) => {
    if (proposedBy === subject) throw new Refusal("second-person-needed", {});
  },
  "third-person": ({ proposedBy, confirmedBy }, { subject }) => {
    if ([proposedBy, confirmedBy].includes(subject)) throw new Refusal("decides-on-own", { because: "own-decision" });
  },
  "in-time": ({ term }, _, on) => {
    if (term && isOver(term, on)) throw new Refusal("finding-too-late", { dueOn: term.dueOn });
  },
  "term-over": ({ term }, _, on) => {
    if (!term || !isOver(term, on)) throw new Error("a term is enforced before it is over");
  },
  "term-provisional": ({ term }) => {
    if (!term?.provisional) throw new Error("a term that is certain is fixed");
  },
  // else a worker that is late could cancel what has been given back
  "is-carried-out": ({ isOutstanding }) => {
    if (isOutstanding) throw new Refusal("finding-busy", {});
  },
  "is-outstanding": ({ isOutstanding }) => {
    if (!isOutstanding) throw new Error("a finding is carried out twice");
  },
};
