import { applyMaterialStep } from "#shared/domain/apply-material-step.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import type { Material, MaterialPlace } from "#shared/domain/material.ts";
import type { MaterialState } from "#shared/domain/material-machine.ts";
import { looseUntil } from "#shared/procedure/material-retention.ts";
import type { EvidenceStore } from "#shared/storage/evidence-store.ts";
import type { Materials } from "#shared/storage/materials.ts";
import { faultOf } from "./fault-of.ts";

export interface Checking {
  readonly materials: Pick<Materials, "read" | "replace">;
  readonly store: Pick<EvidenceStore, "readUpload" | "keep" | "discardUpload" | "discardKept">;
  readonly now: () => Instant;
  readonly today: () => CalendarDate;
}

/**
 * Checks what was uploaded and keeps it or doesn't. Told twice, late, out of order or cut off anywhere, it comes to the
 * same: bytes are kept before the material is called accepted, and taken from where they came only after.
 */
export const checkUpload =
  (checking: Checking) =>
  async (place: MaterialPlace): Promise<MaterialState | "unknown"> => {
    const { materials, store } = checking;
    const known = await materials.read(place.residentId, place.materialId);
    if (known === undefined || known.state === "refused" || known.state === "deleted") {
      // another worker may have kept it a moment before it was refused or deleted
      await Promise.all([store.discardUpload(place), store.discardKept(place)]);
      return known?.state ?? "unknown";
    }
    if (known.state === "accepted") {
      await store.discardUpload(place);
      return "accepted";
    }
    const content = await store.readUpload(place);
    // another worker was faster, or the bucket's rule has taken it: the calendar ends what nobody finishes
    if (content === undefined) return known.state;
    const settled = await settle(checking, known, content);
    // whether that is how it stands, or another came first: what is left to do follows from how it stands now
    return settled === "overtaken" ? checkUpload(checking)(place) : finish(checking, settled);
  };

const settle = async (
  { materials, store, now, today }: Checking,
  known: Material,
  content: Uint8Array,
): Promise<Material | "overtaken"> => {
  const checked = known.state === "requested" ? applyMaterialStep(known, { type: "uploaded" }) : known;
  if (checked !== known && !(await materials.replace(checked))) return "overtaken";
  const reason = await faultOf(checked, content);
  if (reason === undefined) await store.keep(checked, content);
  const settlement = { at: now(), deleteOn: looseUntil(today()) };
  const settled = applyMaterialStep(
    checked,
    reason === undefined ? { type: "passed", ...settlement } : { type: "failed", reason, ...settlement },
  );
  return (await materials.replace(settled)) ? settled : "overtaken";
};

const finish = async ({ store }: Checking, settled: Material): Promise<MaterialState> => {
  await store.discardUpload(settled);
  return settled.state;
};
