import type { AreaCode } from "#shared/domain/area.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";

/** Whom a recomputation is for. */
export type JobScope =
  | { readonly of: "resident"; readonly residentId: ResidentId }
  | { readonly of: "area"; readonly area: AreaCode }
  | { readonly of: "everyone" };

/** A recomputation that somebody asked for. */
export interface Job {
  readonly jobId: string;
  readonly scope: JobScope;
  readonly state: "running" | "done";
  readonly requestedAt: Instant;
  /** The issuer's subject. */
  readonly requestedBy: string;
  readonly counts: { readonly recomputed: number; readonly changed: number };
}

export interface Jobs {
  /** Strongly consistent. */
  read(jobId: string): Promise<Job | undefined>;

  /** Says whether it was new; a job that is there stays as it is. */
  put(job: Job): Promise<boolean>;
}
