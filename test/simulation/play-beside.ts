import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Played } from "./play-here.ts";

export interface Playing {
  readonly from: number;
  readonly seeds: number;
  readonly trace: boolean;
}

/** Plays the seeds in as many processes as there are cores; prints how far it has come, and the first that fails. */
export const playBeside = async ({ from, seeds, trace }: Playing): Promise<boolean> => {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(0)} s`;
  const width = Math.min(availableParallelism(), seeds);
  let held = 0;
  let told = 0;
  let first: Played | undefined;
  const children = Array.from({ length: width }, (_, child) =>
    forkPlayer(main, { from: from + child, seeds: seeds - child, every: width }, (played) => {
      held += played.held;
      if (played.failed && (!first?.failed || played.failed.seed < first.failed.seed)) first = played;
      if (seeds === 1) first ??= played;
      if (held - told < progressAfter) return;
      told = held;
      console.log(`${held} of ${seeds} seeds hold, ${seconds()}`);
    }),
  );
  await Promise.all(children.map(({ process }) => ended(process, children)));

  if (first && (first.failed || trace)) console.log(first.last.trace);
  if (first && seeds === 1) console.log(`seed ${from}: ${first.last.steps} steps, digest ${first.last.digest}`);
  if (first?.failed) {
    const { seed, violation } = first.failed;
    console.log(
      `\nseed ${seed} fails: ${violation.invariant}\n${violation.detail}\nrepeat it: npm run simulate -- --seed ${seed}`,
    );
    return false;
  }
  const broken = children.find(({ process }) => process.exitCode !== 0)?.process;
  const early = broken ? `; a process ended too early: ${broken.signalCode ?? broken.exitCode}` : "";
  console.log(`${held} of ${seeds} seeds hold, ${seconds()}${early}`);
  return broken === undefined;
};

const progressAfter = 2000;

const main = fileURLToPath(new URL("./main.ts", import.meta.url));

interface Player {
  readonly process: ChildProcess;
}

/** Starts a process that plays, with logs off: millions of them would tell of nothing but planned faults. */
export const forkPlayer = (
  program: string,
  { from, seeds, every }: { readonly from: number; readonly seeds: number; readonly every: number },
  hear: (played: Played) => void,
): Player => {
  const args = ["--from", `${from}`, "--seeds", `${seeds}`, "--every", `${every}`];
  const player = fork(program, args, { env: { ...process.env, LOG_LEVEL: "SILENT" } });
  player.on("message", (message) => hear(message as Played));
  return { process: player };
};

/** Waits for a process to end; one that has found something ends the others. */
const ended = async (player: ChildProcess, all: readonly Player[]): Promise<void> => {
  const [code] = await once(player, "close");
  if (code !== 0) for (const { process } of all) if (process.exitCode === null) process.kill();
};
