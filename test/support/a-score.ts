import { date } from "#shared/domain/calendar.ts";
import { exactPoints } from "#shared/domain/points.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { RecordedScore, StoredScore } from "#shared/storage/stored-score.ts";
import { area, residentId } from "./people.ts";

/** What is otherwise than in `aScore()`. */
interface Differing {
  readonly residentId?: ResidentId | undefined;
  readonly basis?: { readonly dossierVersion?: number; readonly registryRevision?: number; readonly asOf?: string };
  readonly effectiveTotal?: number;
  readonly nextChangeOn?: string | null;
  readonly area?: string;
}

/** What was recorded of resident 1 as of 2024-06-30, unless it says otherwise. */
export const aScore = ({ basis = {}, nextChangeOn = "2024-07-15", ...given }: Differing = {}): StoredScore => ({
  residentId: given.residentId ?? residentId(1),
  basis: { dossierVersion: 5, registryRevision: 3, ...basis, asOf: date(basis.asOf ?? "2024-06-30") },
  status: "effective",
  effectiveTotal: exactPoints(given.effectiveTotal ?? 68.25),
  provincialTotal: exactPoints(68.25),
  lines: [
    { layer: "province", code: "age", points: exactPoints(20) },
    { layer: "province", code: "residence", points: exactPoints(48.25) },
  ],
  missing: ["skills"],
  standard: "0f1e2d3c4b5a",
  nextChangeOn: nextChangeOn === null ? null : date(nextChangeOn),
  area: area(given.area ?? "339901"),
  recordedAt: "2024-06-30T16:30:00.000Z",
  cause: "requested",
  digest: "digest",
});

/** The same with what was otherwise before. */
export const aLine = (given: Differing = {}): RecordedScore => ({
  ...aScore(given),
  previous: {
    basis: aScore(given).basis,
    status: "pending-recompute",
    effectiveTotal: exactPoints(0),
    standard: "0f1e2d3c4b5a",
  },
  changes: [{ layer: "province", code: "residence", from: exactPoints(48), to: exactPoints(48.25) }],
});
