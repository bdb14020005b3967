import { startDatabase } from "#local/database/start-database.ts";

const [, , directory = ""] = process.argv;
const { endpoint } = await startDatabase({ directory });
console.log(endpoint);
