import { parentPort, workerData } from "node:worker_threads";
import { startDatabase } from "./database/start-database.ts";

/** The thread of the embedded engine, so that it and the gateway don't wait for each other. */
const database = await startDatabase(workerData);
parentPort?.postMessage(database.endpoint);
parentPort?.once("message", async () => {
  await database.close();
  parentPort?.close();
});
