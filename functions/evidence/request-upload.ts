import type { Call } from "#shared/contract/endpoint.ts";
import type { requestUploadEndpoint } from "#shared/contract/materials.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import { type Material, MaterialId } from "#shared/domain/material.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { unfinishedUntil } from "#shared/procedure/material-retention.ts";
import { requireUndertaking } from "#shared/procedure/undertakings.ts";
import { opaqueId } from "#shared/runtime/opaque-id.ts";
import type { EvidenceStore } from "#shared/storage/evidence-store.ts";
import type { Materials } from "#shared/storage/materials.ts";
import type { Undertakings } from "#shared/storage/undertakings.ts";
import type { EvidenceReads } from "./reads.ts";
import { requireFiler } from "./require-filer.ts";

interface Requesting extends Pick<EvidenceReads, "residents" | "today"> {
  readonly materials: Pick<Materials, "ofResident" | "put">;
  readonly undertakings: Pick<Undertakings, "read">;
  readonly store: Pick<EvidenceStore, "uploadForm">;
  readonly now: () => Instant;
}

/** Makes out a form for one upload. Written down first: an upload that nobody asked for doesn't exist. */
export const requestUpload =
  (requesting: Requesting) =>
  async ({ params: { residentId }, body, caller }: Call<typeof requestUploadEndpoint>): Promise<Reply> => {
    const { materials, undertakings, store, now, today } = requesting;
    const role = await requireFiler(requesting, caller, residentId);
    await requireUndertaking((version) => undertakings.read(residentId, version));
    const requestedOn = today();
    const known = await materials.ofResident(residentId);
    if (known.filter((one) => one.requestedOn === requestedOn).length >= mostUploadsADay)
      throw new Refusal("too-many-materials", { limit: mostUploadsADay, per: "day" });

    const material: Material = {
      ...body,
      residentId,
      materialId: MaterialId.parse(opaqueId("e")),
      version: 1,
      requestedAt: now(),
      requestedOn,
      requestedBy: { subject: caller.subject, role },
      state: "requested",
      deleteOn: unfinishedUntil(requestedOn),
    };
    if (!(await materials.put(material))) throw new Error("a new material was there already");
    return { status: 201, body: { materialId: material.materialId, ...(await store.uploadForm(material)) } };
  };

/** Far more than two requests carry; enough to keep one person from filling the store. */
const mostUploadsADay = 40;
