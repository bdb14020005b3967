import type { Call } from "#shared/contract/endpoint.ts";
import type { attestRelationEndpoint } from "#shared/contract/households.ts";
import { materialsToHandIn } from "#shared/domain/materials-to-hand-in.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { ReviewMaterial } from "#shared/domain/review.ts";
import type { Materials } from "#shared/storage/materials.ts";
import type { Keeping } from "./keeping.ts";
import { takeRelationStep } from "./take-relation-step.ts";

interface Attesting extends Keeping {
  readonly materials: Pick<Materials, "ofResident">;
}

/** A window has seen the paper that says a child has one parent only. */
export const attestRelation =
  (attesting: Attesting) =>
  async ({ params, body, caller }: Call<typeof attestRelationEndpoint>) =>
    takeRelationStep(
      attesting,
      // the window acts of its own office here, and nobody has to agree
      { params, caller: { ...caller, residentId: undefined }, onBehalf: { by: "window", consent: true } },
      {
        type: () => "attested",
        step: async ({ proposer, isMatched }, on) => {
          if (!isMatched) throw new Refusal("identity-name-differs", {});
          if (caller.residentId === proposer) throw new Refusal("decides-on-own", { because: "own-request" });
          if (body.materials.length === 0) throw new Refusal("materials-missing", { missing: [["family-relation"]] });
          const known = await attesting.materials.ofResident(proposer);
          materialsToHandIn(
            known,
            body.materials.map(({ materialId }) => materialId),
            on,
          );
          const materials = body.materials.map((one): ReviewMaterial => ({ ...one, state: "accepted" }));
          return { type: "attested", materials };
        },
      },
    );
