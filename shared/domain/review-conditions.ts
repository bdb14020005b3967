import type { CalendarDate } from "./calendar.ts";
import { Refusal } from "./refusal.ts";
import type { ResidentId } from "./resident-id.ts";
import type { Actor, Review } from "./review.ts";
import type { ReviewCondition } from "./review-machine.ts";

/** Who wants to take a step, and which resident they are themself, if any. */
export interface Acting extends Actor {
  readonly residentId?: ResidentId | undefined;
}

type Check = (review: Review, who: Acting, on: CalendarDate) => void;

/** How each condition is told: it throws where it does not hold. Those of the system are faults, as nobody asked. */
export const reviewConditions: Readonly<Record<ReviewCondition, Check>> = {
  "decides-for-another": (review, who) => {
    notOnOneself(review, who);
    if (review.excluded.includes(who.subject)) throw new Refusal("decides-on-own", { because: "own-decision" });
  },
  "has-not-spoken": ({ deciders, opinions }, { department }) => {
    const isDecider = department !== undefined && deciders.includes(department);
    if (!isDecider) throw new Refusal("review-of-others", { departments: deciders });
    if (opinions.some((opinion) => opinion.department === department)) {
      throw new Refusal("opinion-already-given", { department });
    }
  },
  "nobody-else-holds-it": ({ lock }, _, on) => {
    if (lock && !isUnlocked(lock.term, on)) throw new Refusal("review-locked", { until: lock.term.dueOn });
  },
  "holds-it": ({ lock }, { role, subject, department }, on) => {
    if (role === "system") {
      if (!lock || !isUnlocked(lock.term, on)) throw new Error("a lock is released before it has run out");
      return;
    }
    const isHolder = lock?.subject === subject && lock.department === department;
    if (!isHolder || isUnlocked(lock.term, on)) throw new Refusal("review-not-held", {});
  },
  "begun-by-the-person": ({ begunBy }) => {
    if (begunBy !== "person") throw new Refusal("review-of-the-office", {});
  },
  "first-appeal": ({ appealed }) => {
    if (appealed) throw new Refusal("review-already-appealed", {});
  },
  "of-a-deciding-department": (review, who) => {
    notOnOneself(review, who);
    const isDecider = who.department !== undefined && review.deciders.includes(who.department);
    if (who.role === "verifier" && !isDecider) throw new Refusal("review-of-others", { departments: review.deciders });
  },
  "second-person": ({ reopening, decision, excluded }, { subject }) => {
    if (reopening?.by === subject) throw new Refusal("second-person-needed", {});
    if (decision?.by.includes(subject) || excluded.includes(subject)) {
      throw new Refusal("decides-on-own", { because: "own-decision" });
    }
  },
  "term-over": ({ term }, _, on) => {
    if (!term || !isOver(term, on)) throw new Error("a term is enforced before it is over");
  },
  "term-certain": ({ term }) => {
    if (!term || term.provisional) throw new Error("a term that is not certain is called to mind");
  },
  "term-provisional": ({ term, lock }) => {
    if (!term?.provisional && !lock?.term.provisional) throw new Error("a term that is certain is fixed");
  },
  "a-correction-stands": ({ corrects }) => {
    if (!corrects) throw new Error("no correction stands on the review");
  },
  "is-contradicted": ({ contradicted }) => {
    if (!contradicted) throw new Error("a contradiction ends that there is not");
  },
};

/** A day after a certain term. Nothing is enforced by one that is provisional. */
export const isOver = ({ dueOn, provisional }: { dueOn: CalendarDate; provisional: boolean }, on: CalendarDate) =>
  !provisional && on > dueOn;

/** A lock keeps nobody's right: where holidays are not known yet, plain weekdays do. */
export const isUnlocked = ({ dueOn }: { dueOn: CalendarDate }, on: CalendarDate): boolean => on > dueOn;

const notOnOneself = ({ residentId, filers }: Review, who: Acting): void => {
  if (filers.includes(who.subject) || who.residentId === residentId) {
    throw new Refusal("decides-on-own", { because: "own-request" });
  }
};
