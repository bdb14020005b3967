import type { Call } from "#shared/contract/endpoint.ts";
import type { listMaterialsEndpoint } from "#shared/contract/materials.ts";
import type { Reply } from "#shared/http/answer.ts";
import { materialAnswer } from "./material-answer.ts";
import { materialsSeen } from "./materials-seen.ts";
import type { EvidenceReads } from "./reads.ts";

/** The materials of a person, each with its state and reason, so that only a bad one has to be replaced. */
export const listMaterials =
  (reads: EvidenceReads) =>
  async ({ params: { residentId }, caller }: Call<typeof listMaterialsEndpoint>): Promise<Reply> => {
    const seen = await materialsSeen(reads, caller, residentId);
    return { status: 200, body: { materials: seen.map(materialAnswer) } };
  };
