import type { RecordedPermitEvent } from "#shared/domain/permit-event.ts";
import { foldPermits } from "#shared/domain/permit-fold.ts";
import type { RecordedScore } from "#shared/storage/stored-score.ts";

/**
 * The dossier versions behind a step of the history: those that came since the score was recorded before, and those whose
 * permit event was known by then and has taken effect since.
 */
export const versionsBehind = (
  { previous, basis }: Pick<RecordedScore, "previous" | "basis">,
  permitEvents: readonly RecordedPermitEvent[],
): ReadonlySet<number> => {
  const known = permitEvents.filter(({ version }) => version <= basis.dossierVersion);
  const after = previous?.basis.asOf ?? basis.asOf;
  const { verdicts } = foldPermits(known);
  const tookEffect = known.filter(
    ({ event: { eventId, effectiveOn } }) =>
      after < effectiveOn && effectiveOn <= basis.asOf && verdicts.get(eventId)?.verdict === "takes-part",
  );
  const before = previous?.basis.dossierVersion ?? 0;
  const came = Array.from({ length: basis.dossierVersion - before }, (_, index) => before + 1 + index);
  return new Set([...tookEffect.map(({ version }) => version), ...came]);
};
