import type { Call } from "#shared/contract/endpoint.ts";
import type { refuseRelationEndpoint } from "#shared/contract/households.ts";
import type { Keeping } from "./keeping.ts";
import { takeRelationStep } from "./take-relation-step.ts";

/** The other adult does not agree. */
export const refuseRelation =
  (keeping: Keeping) =>
  ({ params, body: { onBehalf }, caller }: Call<typeof refuseRelationEndpoint>) =>
    takeRelationStep(
      keeping,
      { params, caller, onBehalf },
      { type: () => "refused", step: () => ({ type: "refused" }) },
    );
