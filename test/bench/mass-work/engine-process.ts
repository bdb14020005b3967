import { startDatabase } from "#local/database/start-database.ts";

// the embedded engine in a process of its own, so that its memory and its garbage are not the worker's
const [, , directory = ""] = process.argv;
const { endpoint, close } = await startDatabase({ directory });
console.log(endpoint);
process.once("SIGTERM", close);
