import type { DynamoDBRecord } from "aws-lambda";
import type { Dossier } from "#shared/domain/dossier.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { dossierToItem } from "#shared/storage/resident-items.ts";
import type { Chance } from "#test/support/chance.ts";

/** One change of a dossier on its way to whoever follows changes. */
export interface StreamRecord {
  readonly sequence: string;
  readonly residentId: ResidentId;
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly tells: Tells;
  readonly asSent: () => DynamoDBRecord;
}

/** Poison is a record that doesn't show the dossier, or not even whose it is. */
export type Tells = "everything" | "no-dossier" | "nobody";

/** Records that are delivered together, and how often they were already. */
export interface Batch {
  readonly records: readonly StreamRecord[];
  readonly attempts: number;
}

/** What became of a batch: everything done, or from this record on not; or the function failed as a whole. */
export type Delivered = "done" | "failed" | { readonly from: string };

/**
 * The stream as its event source reads it: one resident's records in order, one batch at a time in each lane, lanes
 * beside each other. A failed batch is cut in two and delivered again, a few times; then its positions, and nothing
 * else of it, go to the on-failure destination. What is older than a day is trimmed.
 */
export interface ChangeStream {
  readonly put: (record: StreamRecord) => void;
  /** Lanes with records that nobody works on. */
  readonly idleLanes: () => readonly number[];
  /** The next batch of the lane, which is then busy until something has become of it. */
  readonly take: (lane: number, now: number) => Batch | undefined;
  readonly ended: (lane: number, batch: Batch, delivered: Delivered) => void;
  /** Whose changes were trimmed or given up: until a sweep, or another change, nobody need know of them. */
  readonly lost: ReadonlySet<ResidentId>;
  readonly isEmpty: () => boolean;
}

interface Lane {
  readonly waiting: StreamRecord[];
  /** Parts of failed batches, which go before all else. */
  readonly again: Batch[];
  isBusy: boolean;
}

export interface EventSource {
  readonly lanes: number;
  readonly batchSize: number;
  readonly attempts: number;
}

const trimmedAfter = 24 * 3_600_000;

export const changeStream = (chance: Chance, { lanes: count, batchSize, attempts }: EventSource): ChangeStream => {
  const lanes = chance.several(count, (): Lane => ({ waiting: [], again: [], isBusy: false }));
  const lost = new Set<ResidentId>();
  const giveUp = ({ records }: Batch) => {
    for (const { residentId } of records) lost.add(residentId);
  };

  const again = (lane: Lane, records: readonly StreamRecord[], tried: number): void => {
    if (tried >= attempts) {
      giveUp({ records, attempts: tried });
      return;
    }
    const half = Math.ceil(records.length / 2);
    const parts = records.length === 1 ? [records] : [records.slice(0, half), records.slice(half)];
    lane.again.unshift(...parts.map((part) => ({ records: part, attempts: tried })));
  };

  return {
    lost,
    put: (record) => lanes[Number.parseInt(record.residentId.slice(-3), 36) % count]?.waiting.push(record),

    idleLanes: () =>
      lanes.flatMap((lane, index) => (!lane.isBusy && lane.waiting.length + lane.again.length > 0 ? [index] : [])),

    take: (index, now) => {
      const lane = lanes[index];
      if (!lane) return undefined;
      while ((lane.waiting[0]?.at ?? now) < now - trimmedAfter)
        giveUp({ records: lane.waiting.splice(0, 1), attempts });
      const batch = lane.again.shift() ?? {
        records: lane.waiting.splice(0, chance.between(1, batchSize)),
        attempts: 0,
      };
      if (batch.records.length === 0) return undefined;
      lane.isBusy = true;
      return batch;
    },

    ended: (index, { records, attempts: before }, delivered) => {
      const lane = lanes[index];
      if (!lane) return;
      lane.isBusy = false;
      // at least once: what was done may come again, before anything newer does
      if (delivered === "done") {
        if (before === 0 && chance.percent(10)) lane.again.unshift({ records, attempts: before + 1 });
      } else if (delivered === "failed") again(lane, records, before + 1);
      else {
        const from = records.findIndex(({ sequence }) => sequence === delivered.from);
        again(lane, from < 0 ? records : records.slice(from), before + 1);
      }
    },

    isEmpty: () => lanes.every((lane) => !lane.isBusy && lane.waiting.length + lane.again.length === 0),
  };
};

interface Images {
  readonly before: Dossier | undefined;
  readonly after: Dossier;
  readonly sequence: string;
  readonly at: number;
  readonly tells: Tells;
}

/** The record as DynamoDB sends it: the key, both images, and where in the stream it stands. */
export const recordOf = ({ before, after, sequence, at, tells }: Images): DynamoDBRecord =>
  ({
    eventID: sequence,
    eventName: before ? "MODIFY" : "INSERT",
    eventSource: "aws:dynamodb",
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(at / 1000),
      Keys: { residentId: { S: tells === "nobody" ? "somebody" : after.residentId }, item: { S: "current" } },
      ...(before && { OldImage: imageOf(before) }),
      NewImage: tells === "everything" ? imageOf(after) : { ...imageOf(after), dossier: { S: "{" } },
      SequenceNumber: sequence,
    },
  }) as DynamoDBRecord;

/** The item as it is stored; made once, though it is the new image of one record and the old one of the next. */
const imageOf = (dossier: Dossier): ReturnType<typeof dossierToItem> => {
  const image = images.get(dossier) ?? dossierToItem(dossier);
  images.set(dossier, image);
  return image;
};

const images = new WeakMap<Dossier, ReturnType<typeof dossierToItem>>();
