import type { AreaCode } from "#shared/domain/area.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Shard } from "./shards.ts";

/** Whom a recomputation is for. */
export type JobWork =
  | { readonly of: "resident"; readonly residentId: ResidentId }
  /** Everyone whose score may change on or before the day. */
  | { readonly of: "night"; readonly day: CalendarDate }
  /** Everyone, to find what feed and nights have missed. */
  | { readonly of: "sweep"; readonly day: CalendarDate }
  /** Everyone in the areas of the standards put in force since the last such work. */
  | {
      readonly of: "rules";
      readonly registryRevision: number;
      readonly areas: readonly AreaCode[];
      /** The digests of the whole registry, so that the next such work knows what is new. */
      readonly standards: readonly string[];
    }
  /** As a night, on request. */
  | { readonly of: "due"; readonly day: CalendarDate }
  | { readonly of: "area"; readonly area: AreaCode }
  | { readonly of: "everyone" };

/** `failed`: some shard gave up; what is open can be resumed, as after a stop. */
export type JobState = "running" | "stopped" | "failed" | "done";

/** What came of the residents of a job, or of one shard of it. */
export interface JobCounts {
  /** Residents found, through an index. */
  readonly found: number;
  /** Residents whose dossier was read. */
  readonly read: number;
  /** Scores recorded with a newer basis. */
  readonly written: number;
  /** Of those, scores whose result differs from the one before. */
  readonly changed: number;
  /** Residents whose record was right already. */
  readonly unchanged: number;
  /** Residents whose recomputation failed and was sent to the retry queue. */
  readonly failed: number;
  /** By a sweep: scores that a completed night should have caught. */
  readonly missed: number;
  /** By a sweep: scores recorded from an older dossier than there is. */
  readonly behind: number;
}

/** A recomputation, of one resident or of many. */
export interface Job {
  readonly jobId: string;
  readonly work: JobWork;
  readonly state: JobState;
  /** The shards to be worked: of a night only those in which somebody is due, of one resident none. */
  readonly shards: readonly Shard[];
  /** How often it was begun: 1, and one more with every resumption. */
  readonly run: number;
  readonly requestedAt: Instant;
  /** The issuer's subject, or `schedule`. */
  readonly requestedBy: string;
  readonly finishedAt: Instant | null;
  /** Of all shards together once it is done; until then the shards know. */
  readonly counts: JobCounts;
}

/** How far one shard of a job has come. */
export interface ShardProgress {
  readonly jobId: string;
  readonly shard: Shard;
  /** How many pages have been worked. A page is saved only on the one before it, so that it counts once. */
  readonly page: number;
  /** Who saved it: one call of a worker. Its save counts as saved however often it arrives. */
  readonly worker: string;
  /** Where the next page begins; null at the beginning, and once done. */
  readonly cursor: string | null;
  readonly done: boolean;
  readonly counts: JobCounts;
  /** By a sweep: since when the oldest change not reflected in a score has waited. */
  readonly behindSince: Instant | null;
}

export interface Jobs {
  /** Strongly consistent. */
  read(jobId: string): Promise<Job | undefined>;

  /** Says whether it was new; a job that is there stays as it is. */
  put(job: Job): Promise<boolean>;

  /** Replaces a job on condition that it is still in the state and the run of the one given; says whether it was. */
  replace(before: Job, after: Job): Promise<boolean>;

  /** One shard, if it was worked at all. Strongly consistent, as are all of them together. */
  readShard(jobId: string, shard: Shard): Promise<ShardProgress | undefined>;

  /** The shards that were worked at all. */
  readShards(jobId: string): Promise<readonly ShardProgress[]>;

  /**
   * Saves the progress of a page on condition that the page before it is what is stored, or that this worker has saved
   * it already; says whether it was so.
   */
  saveShard(progress: ShardProgress): Promise<boolean>;
}
