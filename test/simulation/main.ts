import { parseArgs } from "node:util";
import { catchFaults } from "./catch-faults.ts";
import { playBeside } from "./play-beside.ts";
import { playHere } from "./play-here.ts";

// npm run simulate -- --seeds 100000 | --seed 12345 [--trace] | --faults [--only name]
const { values } = parseArgs({
  options: {
    from: { type: "string", default: "1" },
    seeds: { type: "string", default: "2000" },
    seed: { type: "string" },
    trace: { type: "boolean", default: false },
    faults: { type: "boolean", default: false },
    // of the planted faults those whose name holds this
    only: { type: "string", default: "" },
    // what a process of its own does for another one: every so many seeds, told as messages
    every: { type: "string" },
  },
});

const from = Number(values.seed ?? values.from);
const seeds = values.seed === undefined ? Number(values.seeds) : 1;
const holds =
  values.every !== undefined
    ? await playHere({ from, seeds, every: Number(values.every) })
    : values.faults
      ? await catchFaults(values.only)
      : await playBeside({ from, seeds, trace: values.trace });
process.exitCode = holds ? 0 : 1;
