import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { decodingBench } from "./decoding/decoding-bench.ts";
import { followingBench } from "./following/following-bench.ts";
import type { Kept } from "./kept.ts";
import { machine } from "./machine.ts";
import { massWorkBench } from "./mass-work/mass-work-bench.ts";
import { queryBench } from "./query/query-bench.ts";
import { rankingBench } from "./ranking-bench.ts";
import { scoringBench } from "./scoring-bench.ts";

// npm run bench: every figure that is promised, or those named; fails when a promise is not kept or a result differs

const { values, positionals } = parseArgs({
  options: { million: { type: "boolean", default: false } },
  allowPositionals: true,
});
const sizes = [10_000, 100_000, ...(values.million ? [1_000_000] : [])];
const benches: Readonly<Record<string, () => Promise<readonly Kept[]>>> = {
  scoring: scoringBench,
  decoding: decodingBench,
  "mass-work": () => massWorkBench(sizes),
  following: followingBench,
  query: queryBench,
  ranking: rankingBench,
};
const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) throw new Error(`${unknown.join()}: there are ${Object.keys(benches).join(", ")}`);

const load = () =>
  loadavg()
    .map((average) => average.toFixed(1))
    .join(" ");

console.log(`${new Date().toISOString().slice(0, 10)}\n${machine()}`);
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`\n${name}, load before ${load()}\n`);
  const began = performance.now();
  for (const { promise, figure, isKept } of await bench()) {
    console.log(`${isKept ? "kept" : "NOT KEPT"}: ${promise}: ${figure}`);
    if (!isKept) process.exitCode = 1;
  }
  console.log(`\nload after ${load()}; took ${Math.round((performance.now() - began) / 1000)} s`);
}
