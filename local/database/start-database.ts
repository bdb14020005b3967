import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { createEngine, type Engine } from "./engine.ts";
import { openLevel } from "./open-level.ts";
import { forgetOldTokens } from "./request-tokens.ts";
import type { StreamShard } from "./stream-recorder.ts";
import { ageStreamRecords, trimStreams } from "./stream-retention.ts";
import { sweepExpired } from "./time-to-live.ts";
import { wireServer } from "./wire.ts";

export interface DatabaseOptions {
  /** Where the data lies. Without one it is kept in memory. */
  readonly directory?: string;
  /** Without one any free port is taken. */
  readonly port?: number;
  /** How long a read without ConsistentRead misses a write. 0: not at all. */
  readonly eventualDelayMs?: number;
  /** How often expired items, old stream records and old tokens are deleted. 0: never. */
  readonly ttlSweepMs?: number;
  /** Hears which shards have new records, so that nobody needs to ask them again and again. */
  readonly recorded?: (shards: readonly StreamShard[]) => void;
}

export interface Database {
  readonly endpoint: string;
  /** Makes the present stream records older by so many hours. Those then older than 24 are gone, as on AWS. */
  readonly ageStreamRecords: (hours: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts the embedded DynamoDB engine on 127.0.0.1. */
export const startDatabase = async (options: DatabaseOptions = {}): Promise<Database> => {
  const { directory, port = 0, eventualDelayMs = 50, ttlSweepMs = 60_000 } = options;
  const level = await openLevel(directory);
  const engine = createEngine(level, eventualDelayMs, options.recorded);
  const server = wireServer(engine).listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (cause) {
    await level.close();
    throw new Error(`the database cannot listen on port ${port}`, { cause });
  }
  const ending = new AbortController();
  const sweeping = ttlSweepMs === 0 ? undefined : sweepUntil(ending.signal, ttlSweepMs, engine);

  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ageStreamRecords: (hours) => ageStreamRecords(engine, hours),
    close: async () => {
      ending.abort();
      await sweeping;
      await Promise.all([once(server, "close"), server.close()]);
      await level.close();
    },
  };
};

const sweepUntil = async (ending: AbortSignal, everyMs: number, engine: Engine): Promise<void> => {
  const isTime = () => delay(everyMs, true, { signal: ending, ref: false }).catch(() => false);
  while (await isTime()) {
    await sweepExpired(engine);
    await trimStreams(engine);
    await forgetOldTokens(engine);
  }
};
