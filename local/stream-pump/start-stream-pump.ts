import type { EventEmitter } from "node:events";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import type { StreamMapping } from "../template/event-source-mappings.ts";
import { region } from "../template/resolve.ts";
import { openCheckpoints } from "./checkpoints.ts";
import type { Delivery } from "./deliver-batch.ts";
import { followShard } from "./follow-shard.ts";
import { oldestWaiting } from "./oldest-waiting.ts";
import { type Shard, shardsOf } from "./stream-reader.ts";

export interface StreamPumpOptions extends Pick<Delivery, "invoke" | "sendToQueue" | "log"> {
  readonly mappings: readonly StreamMapping[];
  /** Of the database, which also answers for its streams. */
  readonly endpoint: string;
  /** Emits `<table> <shard>` when there are new records. Without it shards are asked again and again. */
  readonly news?: EventEmitter;
  /** Where it keeps how far it has come. */
  readonly checkpointsFile: string;
  /** Until a shard with news is asked; without `news` until it is asked again: twice as long each time, up to ten times. */
  readonly pollMs?: number;
  /** Before the first retry; each further pause is twice as long, up to the largest. */
  readonly firstPauseMs?: number;
  readonly largestPauseMs?: number;
}

export interface StreamPump {
  /** Lets the batches under way end, and starts no other; what is left is delivered by the next start. */
  readonly stop: () => Promise<void>;
  /** As `stop`, until `resume`. */
  readonly pause: () => Promise<void>;
  readonly resume: () => void;
  /** Whether every batch is delivered a second time, as though its first answer had been lost. */
  readonly deliverTwice: (twice: boolean) => void;
  /** Asks the stream itself, so it is as true while paused. */
  readonly status: () => Promise<StreamPumpStatus>;
  /** As the status says, without more questions than that takes. */
  readonly isIdle: () => Promise<boolean>;
}

export interface StreamPumpStatus {
  readonly running: boolean;
  /** Whether nothing is left to deliver. */
  readonly idle: boolean;
  /** The largest of the shards'. */
  readonly iteratorAgeSeconds: number;
  readonly shards: readonly ShardStatus[];
}

export interface ShardStatus {
  readonly mapping: string;
  readonly shardId: string;
  /** The sequence number through which all is done. */
  readonly checkpoint: string | undefined;
  readonly idle: boolean;
  /** Of the oldest record that passes the filters and isn't done; 0 where none is left. */
  readonly iteratorAgeSeconds: number;
}

/**
 * Reads the streams and calls the functions, as the event source mappings say.
 * @throws Error when a table of a mapping has no stream
 */
export const startStreamPump = async (options: StreamPumpOptions): Promise<StreamPump> => {
  const { mappings, endpoint, checkpointsFile, log, pollMs = 50, firstPauseMs = 100, largestPauseMs = 5000 } = options;
  const client = new DynamoDBStreamsClient({
    endpoint,
    region,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const checkpoints = openCheckpoints(checkpointsFile);
  const edges = (
    await Promise.all(
      mappings.map(async (mapping) =>
        (await shardsOf(client, mapping.tableName)).map((shard) => edgeOf(mapping, shard)),
      ),
    )
  ).flat();
  let isTwice = false;

  const follow = (signal: AbortSignal): Promise<unknown> =>
    Promise.all(
      edges.map(({ mapping, shard, place }) =>
        followShard({
          ...options,
          client,
          mapping,
          shard,
          signal,
          pollMs,
          firstPauseMs,
          largestPauseMs,
          isTwice: () => isTwice,
          log: (text) => log(`${mapping.id}: ${shard.shardId}: ${text}\n`),
          checkpoint: () => checkpoints.read(place),
          save: (sequence) => checkpoints.save(place, sequence),
        }),
      ),
    );
  const begin = () => {
    const ending = new AbortController();
    return { ending, ended: follow(ending.signal) };
  };
  let current: ReturnType<typeof begin> | undefined = begin();

  const pause = async (): Promise<void> => {
    const { ending, ended } = current ?? {};
    ending?.abort();
    await ended;
    current = undefined;
  };

  const statusOf = async ({ mapping, shard, place }: Edge): Promise<ShardStatus> => {
    const checkpoint = checkpoints.read(place);
    const oldest = await oldestWaiting(client, mapping, shard, checkpoint);
    return {
      mapping: mapping.id,
      shardId: shard.shardId,
      checkpoint,
      idle: oldest === undefined,
      iteratorAgeSeconds: oldest === undefined ? 0 : Math.max(0, Date.now() / 1000 - oldest),
    };
  };

  return {
    pause,
    resume: () => {
      current ??= begin();
    },
    stop: async () => {
      await pause();
      client.destroy();
    },
    deliverTwice: (twice) => {
      isTwice = twice;
    },
    isIdle: async () => {
      for (const edge of edges) if (!(await statusOf(edge)).idle) return false;
      return true;
    },
    status: async () => {
      const shards = await Promise.all(edges.map(statusOf));
      return {
        running: current !== undefined,
        idle: shards.every(({ idle }) => idle),
        iteratorAgeSeconds: Math.max(0, ...shards.map(({ iteratorAgeSeconds }) => iteratorAgeSeconds)),
        shards,
      };
    },
  };
};

/** One shard as one mapping follows it, and what its checkpoint is called. */
interface Edge {
  readonly mapping: StreamMapping;
  readonly shard: Shard;
  readonly place: string;
}

const edgeOf = (mapping: StreamMapping, shard: Shard): Edge => ({
  mapping,
  shard,
  place: `${mapping.id} ${shard.streamArn} ${shard.shardId}`,
});
