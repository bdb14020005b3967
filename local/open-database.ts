import { EventEmitter, once } from "node:events";
import { MessageChannel, Worker } from "node:worker_threads";
import type { Database } from "./database/start-database.ts";
import type { StreamShard } from "./database/stream-recorder.ts";

/** The engine in its thread, and what that tells of itself. */
interface OpenDatabase extends Database {
  /** Emits a shard, `<table> <shard>`, when it has new records. */
  readonly news: EventEmitter;
}

/** Starts the embedded engine in a thread of its own. */
export const openDatabase = async (directory: string | undefined): Promise<OpenDatabase> => {
  const thread = new Worker(new URL("./database-thread.ts", import.meta.url), {
    name: "database",
    workerData: directory === undefined ? {} : { directory },
  });
  const [endpoint]: unknown[] = await once(thread, "message");
  const news = new EventEmitter().setMaxListeners(0);
  thread.on("message", ({ recorded }: { readonly recorded: readonly StreamShard[] }) => {
    for (const shard of recorded) news.emit(shard);
  });
  return {
    endpoint: String(endpoint),
    news,
    ageStreamRecords: async (byHours) => {
      const { port1: answered, port2: answer } = new MessageChannel();
      thread.postMessage({ ageStreamRecords: byHours, answer }, [answer]);
      const [error]: unknown[] = await once(answered, "message");
      answered.close();
      if (error !== undefined) throw new Error(String(error));
    },
    close: async () => {
      const closed = once(thread, "exit");
      thread.postMessage("close");
      await closed;
    },
  };
};
