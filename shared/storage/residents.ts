import type { Dossier, Instant, RecordedChange } from "#shared/domain/dossier.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Subject } from "#shared/scoring/subject.ts";
import type { Page, PageRequest } from "./scores.ts";
import type { Shard } from "./shards.ts";

/** What a source has sent once, so that it can be told from what it sends for the first time. */
export interface Seen {
  /** A department, or `permit-event`. */
  readonly source: string;
  /** The source's own id of the record or event. */
  readonly id: string;
  readonly bodyHash: string;
  readonly receivedAt: Instant;
}

/** `overtaken`: another change came first, read again. `seen-before`: the source has sent this id already. */
export type Appended = "appended" | "overtaken" | "seen-before";

/** A dossier decoded for scoring, and nothing of it besides. */
export interface VersionedSubject {
  readonly residentId: ResidentId;
  readonly version: number;
  readonly subject: Subject;
}

/** The dossiers and the changes that made them. Every read but of an index is strongly consistent. */
export interface Residents {
  read(residentId: ResidentId): Promise<Dossier | undefined>;

  /** What scoring needs of the dossier; far cheaper than reading all of it. */
  readSubject(residentId: ResidentId): Promise<VersionedSubject | undefined>;

  /** Everyone whose id falls into the shard, in order of their ids. A moment old, like every index. */
  inShard(shard: Shard, request: PageRequest): Promise<Page<ResidentId>>;

  /** The dossier as it once stood, folded from its changes. */
  readVersion(residentId: ResidentId, version: number): Promise<Dossier | undefined>;

  /** The changes up to and with the version, from the first one on or from the one given. */
  readChanges(residentId: ResidentId, through?: number, from?: number): Promise<readonly RecordedChange[]>;

  /**
   * Writes one change, the dossier it makes and what was seen: all or nothing.
   * @throws Refusal dossier-too-large
   */
  append(dossier: Dossier, recorded: RecordedChange, seen?: Seen): Promise<Appended>;

  readSeen(residentId: ResidentId, source: string, id: string): Promise<Seen | undefined>;

  /** Keeps what changes nothing, such as an older version of a record; says whether it was new. */
  remember(residentId: ResidentId, seen: Seen): Promise<boolean>;
}
