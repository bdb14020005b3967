import type { DynamoDBRecord } from "aws-lambda";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { type DossierChange, dossierChangeIn } from "#shared/events/dossier-change.ts";
import { UnreadableChange } from "#shared/events/unreadable-change.ts";
import { log } from "#shared/runtime/log.ts";

/** All that a batch of the change feed tells of one resident: one recomputation reflects it. */
export interface ResidentFeed {
  readonly residentId: ResidentId;
  readonly changes: readonly DossierChange[];
  /** The newest dossier version it tells of; null where none could be read. */
  readonly newest: number | null;
  readonly isReadable: boolean;
  /** The sequence numbers of its records. */
  readonly places: readonly string[];
}

/** What a batch tells, resident by resident; and the places of what doesn't even say of whom it tells. */
export const residentFeeds = (records: readonly DynamoDBRecord[]) => {
  const feeds = new Map<ResidentId, ResidentFeed>();
  const nameless: string[] = [];
  for (const record of records) {
    const place = record.dynamodb?.SequenceNumber ?? "";
    const change = readingOf(record);
    if (!change) continue;
    const { residentId, version } = change;
    if (residentId === undefined) {
      nameless.push(place);
      continue;
    }
    const feed = feeds.get(residentId) ?? { residentId, changes: [], newest: null, isReadable: true, places: [] };
    const isReadable = !(change instanceof UnreadableChange);
    feeds.set(residentId, {
      residentId,
      changes: isReadable ? [...feed.changes, change] : feed.changes,
      newest: version === undefined ? feed.newest : Math.max(version, feed.newest ?? version),
      isReadable: feed.isReadable && isReadable,
      places: [...feed.places, place],
    });
  }
  return { feeds: [...feeds.values()], nameless };
};

const readingOf = (record: DynamoDBRecord): DossierChange | UnreadableChange | undefined => {
  try {
    return dossierChangeIn(record);
  } catch (fault) {
    if (!(fault instanceof UnreadableChange)) throw fault;
    const { residentId, version } = fault;
    log.error("dossier-change-unreadable", {
      ...(residentId && { residentId }),
      ...(version && { dossierVersion: version }),
      fault,
    });
    return fault;
  }
};
