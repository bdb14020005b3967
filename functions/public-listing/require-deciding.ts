import type { Caller } from "#shared/contract/endpoint.ts";
import type { Objection } from "#shared/domain/objection.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { decidesOn } from "./office-listing.ts";

/** @throws Refusal objection-unknown to an officer of another department or area */
export const requireDeciding = (caller: Caller, objection: Objection): void => {
  if (!decidesOn(caller, objection)) throw new Refusal("objection-unknown", { objectionId: objection.objectionId });
};
