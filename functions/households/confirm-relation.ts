import type { Call } from "#shared/contract/endpoint.ts";
import type { confirmRelationEndpoint } from "#shared/contract/households.ts";
import type { Keeping } from "./keeping.ts";
import { takeRelationStep } from "./take-relation-step.ts";

/** 确认: the other adult agrees. */
export const confirmRelation =
  (keeping: Keeping) =>
  ({ params, body: { onBehalf }, caller }: Call<typeof confirmRelationEndpoint>) =>
    takeRelationStep(
      keeping,
      { params, caller, onBehalf },
      { type: () => "confirmed", step: () => ({ type: "confirmed" }) },
    );
