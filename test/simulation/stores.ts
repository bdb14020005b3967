import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Scores } from "#shared/storage/scores.ts";
import type { Cause, RecordedScore, StoredScore } from "#shared/storage/stored-score.ts";
import type { Truth } from "./truth.ts";
import type { Violations } from "./violations.ts";

/** The dossiers, with everything that is written seen by the simulation and put into the stream. */
export const observedResidents = (
  residents: Residents,
  truth: Truth,
  changed: (before: ReturnType<Truth["dossierOf"]>, after: NonNullable<ReturnType<Truth["dossierOf"]>>) => void,
): Residents => ({
  ...residents,
  append: async (dossier, recorded, seen) => {
    const appended = await residents.append(dossier, recorded, seen);
    if (appended === "appended") {
      const before = truth.dossierOf(dossier.residentId);
      truth.took(dossier, recorded);
      changed(before, dossier);
    }
    return appended;
  },
});

/** The scores as a function sees them that recomputes for one of these causes; every save is judged by what it replaces. */
export const observedScores = (
  scores: Scores,
  causes: readonly Cause[],
  { truth, violations }: { readonly truth: Truth; readonly violations: Violations },
): Scores => ({
  ...scores,
  save: async (score, given) => {
    const before = await scores.read(score.residentId);
    const saved = await scores.save(score, given);
    if (saved === "saved") {
      judgeSave(before, score, given.history, causes, violations);
      truth.recorded(score);
    }
    return saved;
  },
});

const judgeSave = (
  before: StoredScore | undefined,
  score: StoredScore,
  history: RecordedScore | undefined,
  causes: readonly Cause[],
  { found }: Violations,
): void => {
  const who = shortId(score.residentId);
  if (before && !isNewer(score, before)) {
    found("a stored basis never goes backwards", `${who}: ${basisOf(score)} was saved over ${basisOf(before)}`);
  }
  if (!causes.includes(score.cause)) found("a cause is the trigger's", `${who}: ${score.cause}, not ${causes}`);
  if (!history) {
    if (!before || resultOf(before) !== resultOf(score)) {
      found("history explains each difference", `${who}: ${basisOf(score)} differs and has no line of history`);
    }
    return;
  }
  if (JSON.stringify(history.previous?.basis) !== JSON.stringify(before?.basis)) {
    found(
      "history explains each difference",
      `${who}: the line of ${basisOf(score)} follows on another than ${before && basisOf(before)}`,
    );
  }
  const { previous } = history;
  if (previous && before && previous.status !== "pending-recompute" && statusOf(previous) !== statusOf(before)) {
    found("history explains each difference", `${who}: before it was ${statusOf(before)}, not ${statusOf(previous)}`);
  }
  if (afterChanges(before, history) !== linesOf(score)) {
    found("history explains each difference", `${who}: the changes of ${basisOf(score)} do not lead to its lines`);
  }
};

const isNewer = ({ basis }: StoredScore, { basis: stored }: StoredScore): boolean =>
  basis.dossierVersion >= stored.dossierVersion &&
  basis.registryRevision >= stored.registryRevision &&
  basis.asOf >= stored.asOf &&
  JSON.stringify(basis) !== JSON.stringify(stored);

const basisOf = ({ basis }: Pick<StoredScore, "basis">): string =>
  `version ${basis.dossierVersion}, revision ${basis.registryRevision}, ${basis.asOf}`;

export const shortId = (residentId: ResidentId): string => `resident ${Number(residentId.slice(-4))}`;

const statusOf = ({ status, effectiveTotal }: Pick<StoredScore, "status" | "effectiveTotal">): string =>
  `${status} ${effectiveTotal}`;

/** What a history line is written for, as one text. */
const resultOf = (score: StoredScore): string =>
  `${statusOf(score)} ${score.standard} ${score.missing} ${linesOf(score)}`;

const linesOf = ({ lines }: Pick<StoredScore, "lines">): string =>
  lines
    .map(({ layer, code, points }) => `${layer}:${code}=${points}`)
    .sort()
    .join();

/** The lines before with the changes made. */
const afterChanges = (before: StoredScore | undefined, { changes }: RecordedScore): string => {
  const lines = new Map((before?.lines ?? []).map((line) => [`${line.layer}:${line.code}`, line]));
  for (const { layer, code, from, to } of changes) {
    const name = `${layer}:${code}`;
    if ((lines.get(name)?.points ?? null) !== from) return "what changed was not there";
    if (to === null) lines.delete(name);
    else lines.set(name, { layer, code, points: to });
  }
  return linesOf({ lines: [...lines.values()] });
};
