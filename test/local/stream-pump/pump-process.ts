import { writeSync } from "node:fs";
import { startStreamPump } from "#local/stream-pump/start-stream-pump.ts";
import { deliveredIn, done, plainMapping } from "./feed-records.ts";

/** A pump as a process of its own, which dies in one of its batches: before the work is done, or before that is noted down. */
const [endpoint = "", checkpointsFile = "", batchesUntilDeath = "", diesBefore = ""] = process.argv.slice(2);
let left = Number(batchesUntilDeath);

await startStreamPump({
  mappings: [{ ...plainMapping, batchSize: 2, parallelizationFactor: 2 }],
  endpoint,
  checkpointsFile,
  invoke: async (_, event) => {
    left -= 1;
    if (left === 0 && diesBefore === "work") process.kill(process.pid, "SIGKILL");
    for (const { name } of deliveredIn(event)) writeSync(1, `${name}\n`);
    if (left === 0) process.kill(process.pid, "SIGKILL");
    return done;
  },
  sendToQueue: async () => undefined,
  log: () => undefined,
  pollMs: 5,
});
