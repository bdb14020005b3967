import type { AreaCode } from "#shared/domain/area.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Message } from "#shared/domain/message.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Shard } from "./shards.ts";
import type { Basis, RecordedScore, StoredScore } from "./stored-score.ts";

/** A part of a list; without a cursor it was the last one. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly cursor?: string;
}

export interface PageRequest {
  /** At most so many entries. */
  readonly limit: number;
  /** As the page before answered it. */
  readonly cursor?: string | undefined;
}

/** What a save goes on from. */
export interface Saving {
  /** The basis of the score that was read before, and must still be the one stored; undefined where nothing was. */
  readonly replaces: Basis | undefined;
  /** The line of history, where something changed. */
  readonly history?: RecordedScore | undefined;
  /** What the person is told of it. */
  readonly message?: Message | undefined;
}

/** The last recorded score of each resident, and all recorded before. Written by recomputation only. */
export interface Scores {
  /** Strongly consistent. */
  read(residentId: ResidentId): Promise<StoredScore | undefined>;

  /**
   * Saves a score whose basis is newer: no part smaller than the stored one's, and one larger. With it, in the same
   * transaction, go the line of history and the message. `overtaken`: it isn't newer, or another than the score it replaces is stored,
   * from which history would have to tell the difference; read again.
   */
  save(score: StoredScore, saving: Saving): Promise<"saved" | "overtaken">;

  /**
   * The newest first.
   * @throws Refusal invalid-request when the cursor is none of ours
   */
  history(residentId: ResidentId, request: PageRequest): Promise<Page<RecordedScore>>;

  /** Whose score may change on or before the day, the longest due first. A moment old, like every index. */
  due(shard: Shard, through: CalendarDate, request: PageRequest): Promise<Page<ResidentId>>;

  /** Who had their area exactly there when last recomputed. A moment old. */
  inArea(area: AreaCode, shard: Shard, request: PageRequest): Promise<Page<ResidentId>>;
}
