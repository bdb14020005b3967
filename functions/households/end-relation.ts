import type { Call } from "#shared/contract/endpoint.ts";
import type { endRelationEndpoint } from "#shared/contract/households.ts";
import type { Relation } from "#shared/domain/relation.ts";
import type { Keeping } from "./keeping.ts";
import { takeRelationStep } from "./take-relation-step.ts";

/** 撤回, 解除: takes back what nobody has answered yet, or ends what was confirmed. */
export const endRelation =
  (keeping: Keeping) =>
  ({ params, body: { onBehalf }, caller }: Call<typeof endRelationEndpoint>) =>
    takeRelationStep(
      keeping,
      { params, caller, onBehalf },
      { type: typeOf, step: (relation) => ({ type: typeOf(relation) }) },
    );

const typeOf = ({ state }: Relation) => (state === "proposed" ? "withdrawn" : "ended");
