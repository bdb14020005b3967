import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { startDatabase } from "./database/start-database.ts";

type Message = "close" | { readonly ageStreamRecords: number; readonly answer: MessagePort };

/** The thread of the embedded engine, so that it and the gateway don't wait for each other. */
const database = await startDatabase({
  ...workerData,
  recorded: (shards) => parentPort?.postMessage({ recorded: shards }),
});
parentPort?.postMessage(database.endpoint);
parentPort?.on("message", async (message: Message) => {
  if (message !== "close") {
    const error = await database.ageStreamRecords(message.ageStreamRecords).catch(String);
    message.answer.postMessage(error);
    return;
  }
  await database.close();
  parentPort?.close();
});
