import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kept } from "../kept.ts";
import { run, start } from "../processes.ts";
import { table } from "../table.ts";
import type { JobFigures, JobOrder } from "./job-figures.ts";

/** A night and a change of rules for so many residents, one after the other, on the embedded engine. */
export const massWorkBench = async (sizes: readonly number[]): Promise<readonly Kept[]> => {
  const runs: Run[] = [];
  for (const residents of sizes) runs.push(await runOf(residents));
  console.log(
    table(
      ["a night for", "due", "read", "written", "calls for each one due", "peak memory", "CPU of the worker", "clock"],
      runs.map(({ residents, night }) => [
        ...[residents, night.counts.found, night.counts.read, night.counts.written].map(grouped),
        callsPerDue(night).toFixed(2),
        megabytes(night),
        ...times(night),
      ]),
    ),
  );
  console.log(`\ncalls of the largest night: ${callsOf(runs.at(-1)?.night)}\n`);
  console.log(
    table(
      ["a change of rules for", "read", "changed", "written", "slices", "peak memory", "CPU of the worker", "clock"],
      runs.map(({ residents, rules }) => [
        ...[residents, rules.counts.read, rules.counts.changed, rules.counts.written, slices(rules)].map(grouped),
        megabytes(rules),
        ...times(rules),
      ]),
    ),
  );
  console.log(`\ncalls of the largest change of rules: ${callsOf(runs.at(-1)?.rules)}`);
  console.log(`loading took ${runs.map(({ loaded }) => `${loaded.toFixed(0)} s`).join(" and ")}\n`);
  return promises(runs);
};

interface Run {
  readonly residents: number;
  /** In seconds. */
  readonly loaded: number;
  readonly night: JobFigures;
  readonly rules: JobFigures;
}

const runOf = async (residents: number): Promise<Run> => {
  const directory = mkdtempSync(join(tmpdir(), "mass-work-"));
  const engine = await start(new URL("./engine-process.ts", import.meta.url), { args: [directory] });
  const job = async (order: Omit<JobOrder, "endpoint" | "workers">): Promise<JobFigures> => {
    const args = [JSON.stringify({ ...order, endpoint: engine.said, workers: 4 })];
    return JSON.parse(await run(new URL("./job-process.ts", import.meta.url), { args, flags: heap }));
  };
  try {
    const began = performance.now();
    await run(new URL("./load-process.ts", import.meta.url), { args: [engine.said, `${residents}`] });
    const loaded = (performance.now() - began) / 1000;
    const night = await job({ work: "night", today: "2026-06-17", revision: 1, sliceSeconds: 600 });
    // slices so short that even the smallest run needs several for a shard
    const rules = await job({ work: "rules", today: "2026-06-17", revision: 2, sliceSeconds: residents / 100_000 });
    return { residents, loaded, night, rules };
  } finally {
    await engine.stop();
    rmSync(directory, { recursive: true });
  }
};

const promises = (runs: readonly Run[]): readonly Kept[] => {
  const peaks = (which: "night" | "rules") => runs.map((each) => each[which].peakBytes / 2 ** 20);
  const isFlat = (megabytes: readonly number[]): boolean => Math.max(...megabytes) <= 1.5 * (megabytes[0] ?? 0);
  const said = (megabytes: readonly number[]): string => `${megabytes.map((each) => each.toFixed(0)).join(", ")} MB`;
  return [
    {
      promise: "a night reads the due and no one else, and writes no one whose record is right",
      figure: runs.map(({ night: { counts } }) => `${counts.read} of ${counts.found}`).join(", "),
      isKept: runs.every(
        ({ night: { counts } }) =>
          counts.found > 0 && counts.read === counts.found && counts.written + counts.unchanged === counts.found,
      ),
    },
    {
      promise: "memory of a night stays flat",
      figure: said(peaks("night")),
      isKept: isFlat(peaks("night")),
    },
    {
      promise: "a change of rules reads everyone once, in slices, and writes the one in twenty whom it changes",
      figure: runs.map(({ rules }) => `${rules.counts.changed} in ${slices(rules)} slices`).join(", "),
      isKept: runs.every(
        ({ residents, rules: { counts, executions } }) =>
          counts.read === residents &&
          counts.written === counts.changed &&
          Math.abs(counts.changed / residents - 0.05) < 0.01 &&
          executions > 1,
      ),
    },
    {
      promise: "memory of a change of rules stays flat",
      figure: said(peaks("rules")),
      isKept: isFlat(peaks("rules")),
    },
  ];
};

// left alone, the heap grows with the time the process lasts, and would hide what it needs
const heap = ["--max-old-space-size=128", "--max-semi-space-size=8"];

const shardCount = 32;

/** The first execution works all shards, every further one goes on with one. */
const slices = ({ executions }: JobFigures): number => shardCount + executions - 1;

const callsPerDue = ({ calls, counts }: JobFigures): number =>
  Object.values(calls).reduce((sum, count) => sum + count, 0) / counts.found;

const callsOf = (figures: JobFigures | undefined): string =>
  Object.entries(figures?.calls ?? {})
    .map(([call, count]) => `${call} ${grouped(count)}`)
    .join(", ");

const grouped = (figure: number): string => figure.toLocaleString("en");

const megabytes = ({ peakBytes }: JobFigures): string => `${Math.round(peakBytes / 2 ** 20)} MB`;

const times = ({ cpuSeconds, seconds }: JobFigures): readonly string[] => [
  `${cpuSeconds.toFixed(1)} s`,
  `${seconds.toFixed(1)} s`,
];
