import type { Department } from "#shared/domain/department.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import type { CanonicalResult, RecomputedThrough } from "./score.ts";
import type { Standards } from "./standards.ts";
import type { Subject } from "./subject.ts";

/** When a department last reported, and whether it has been silent for longer than it may. */
export type Provenance = (department: Department) => { readonly receivedAt: Instant | null; readonly stale: boolean };

/** Facts that no department has reported: those of an estimate. */
export const unreported: Provenance = () => ({ receivedAt: null, stale: false });

/** What the explanation of a result is rendered with. */
export interface Itemising {
  readonly standards: Standards;
  readonly subject: Subject;
  readonly result: CanonicalResult;
  readonly recomputedThrough: RecomputedThrough;
  readonly provenance: Provenance;
}
