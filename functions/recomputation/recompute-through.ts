import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Cause } from "#shared/storage/stored-score.ts";
import { type Recomputed, type Recomputing, recompute } from "./recompute.ts";

/**
 * Recomputes whomever a message tells of, so that the recorded score reflects at least the dossier version it names.
 * @throws Error when there is no such dossier: then the message tells of something that is lost, and must not be
 */
export const recomputeThrough =
  (recomputing: Recomputing) =>
  async (
    residentId: ResidentId,
    cause: Cause,
    dossierVersion: number | null,
  ): Promise<Exclude<Recomputed, { readonly outcome: "unknown" }>> => {
    const recomputed = await recompute(recomputing)(residentId, cause);
    if (recomputed.outcome === "unknown") throw new Error("a recomputation was asked for somebody without a dossier");
    if (recomputed.score.basis.dossierVersion < (dossierVersion ?? 0)) {
      throw new Error(`the dossier is older than version ${dossierVersion}, which was committed`);
    }
    return recomputed;
  };
