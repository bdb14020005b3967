import { once } from "node:events";
import { MessageChannel, Worker } from "node:worker_threads";
import type { Database } from "./database/start-database.ts";

/** Starts the embedded engine in a thread of its own. */
export const openDatabase = async (directory: string | undefined): Promise<Database> => {
  const thread = new Worker(new URL("./database-thread.ts", import.meta.url), {
    name: "database",
    workerData: directory === undefined ? {} : { directory },
  });
  const [endpoint]: unknown[] = await once(thread, "message");
  return {
    endpoint: String(endpoint),
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
