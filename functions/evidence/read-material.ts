import type { Call, Caller } from "#shared/contract/endpoint.ts";
import type { readMaterialEndpoint } from "#shared/contract/materials.ts";
import type { Material } from "#shared/domain/material.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { ownResident } from "#shared/http/authorise.ts";
import { log } from "#shared/runtime/log.ts";
import type { EvidenceStore } from "#shared/storage/evidence-store.ts";
import { materialAnswer } from "./material-answer.ts";
import { materialsSeen } from "./materials-seen.ts";
import type { EvidenceReads } from "./reads.ts";

interface Reads extends EvidenceReads {
  readonly store: Pick<EvidenceStore, "link">;
}

/** An address for a minute, for whoever may see the material. Every one that is given out is logged. */
export const readMaterial =
  (reads: Reads) =>
  async ({ params: { residentId, materialId }, caller }: Call<typeof readMaterialEndpoint>): Promise<Reply> => {
    const seen = await materialsSeen(reads, caller, residentId);
    const material = seen.find((one) => one.materialId === materialId);
    if (!material || !mayOpen(caller, material)) throw new Refusal("material-unknown", { materialId });
    const { state, reason } = material;
    if (state !== "accepted") throw new Refusal("material-not-accepted", { materialId, state, reason });
    const link = await reads.store.link(material);
    log.info("material-shown", { residentId, materialId, cause: caller.roles.join(" ") });
    return { status: 200, body: { material: materialAnswer(material), ...link } };
  };

/** A window opens what a window has taken in with the person; of the rest it knows how far it has come. */
const mayOpen = (caller: Caller, { residentId, requestedBy }: Material): boolean =>
  caller.roles.includes("verifier") || ownResident(caller, residentId) || requestedBy.role === "window";
