import type { CalendarDate } from "./calendar.ts";
import type { Listing } from "./listing.ts";
import type { ListingCondition } from "./listing-machine.ts";
import { Refusal } from "./refusal.ts";
import { isOver } from "./review-conditions.ts";

type Check = (listing: Listing, on: CalendarDate) => void;

/** How each condition is told: it throws where it does not hold. Those of the system are faults, as nobody asked. */
export const listingConditions: Readonly<Record<ListingCondition, Check>> = {
  "objections-taken": ({ term }, on) => {
    if (!term || isOver(term, on)) throw new Refusal("objection-too-late", { dueOn: term?.dueOn ?? on });
  },
  // the one that is being corrected is decided already
  "objection-open": ({ openObjections, correcting }) => {
    if (openObjections === (correcting ? 1 : 0)) throw new Error("an objection ends that was never taken");
  },
  "nothing-corrected-now": ({ correcting }) => {
    if (correcting) throw new Refusal("listing-busy", {});
  },
  "being-corrected": ({ correcting }) => {
    if (!correcting) throw new Error("a listing is corrected without a decision");
  },
  "nothing-open": ({ openObjections, correcting }) => {
    if (openObjections > 0 || correcting) throw new Error("a listing is closed while an objection is open");
  },
  "term-over": ({ term }, on) => {
    if (!term || !isOver(term, on)) throw new Error("a listing is closed before its term is over");
  },
  "term-provisional": ({ term }) => {
    if (!term?.provisional) throw new Error("a term that is certain is fixed");
  },
};
