import type { Message } from "#shared/domain/message.ts";
import { messageFor } from "#shared/storage/message-for.ts";
import type { StoredScore } from "#shared/storage/stored-score.ts";

/** What the person is told when their points are more or fewer than stood until now; of a first score nothing. */
export const scoreMessage = (stood: StoredScore | undefined, score: StoredScore): Message | undefined => {
  if (!stood || stood.effectiveTotal === score.effectiveTotal) return undefined;
  const { residentId, basis, recordedAt } = score;
  return messageFor({
    residentId,
    kind: score.effectiveTotal > stood.effectiveTotal ? "points-rose" : "points-fell",
    parameters: {},
    // a basis is saved once
    occasion: `${basis.dossierVersion}#${basis.registryRevision}#${basis.asOf}`,
    at: recordedAt,
    on: basis.asOf,
  });
};
