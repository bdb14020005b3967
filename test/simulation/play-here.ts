import { setImmediate } from "node:timers/promises";
import { simulate } from "./simulate.ts";
import type { Violation } from "./violations.ts";

/** What a process that plays tells the one that has asked it to. */
export interface Played {
  /** So many seeds since it last told. */
  readonly held: number;
  readonly failed?: Failed;
  /** Of the last one played. */
  readonly last: { readonly seed: number; readonly steps: number; readonly digest: string; readonly trace: string };
}

export interface Failed {
  readonly seed: number;
  readonly violation: Violation;
}

export interface Range {
  readonly from: number;
  readonly seeds: number;
  readonly every: number;
}

/** Plays every so many seeds of a range, up to the first that fails; answers whether none did. */
export const playHere = async ({ from, seeds, every }: Range): Promise<boolean> => {
  // once nobody is left who wants to know, it ends; and that it listens for that keeps nobody waiting
  process.once("disconnect", () => process.exit(1));
  process.channel?.unref();
  let held = 0;
  for (let seed = from; seed < from + seeds; seed += every) {
    const { violation, trace } = await simulate(seed);
    if (!violation) held += 1;
    const isLast = seed + every >= from + seeds;
    if (violation || isLast || held === tellsAfter) {
      const text = violation || seeds === 1 ? trace.text() : "";
      const last = { seed, steps: trace.length(), digest: violation || isLast ? trace.digest() : "", trace: text };
      process.send?.({ held, last, ...(violation && { failed: { seed, violation } }) } satisfies Played);
      held = 0;
    }
    if (violation) return false;
    // a simulation waits for nothing real, so that nobody would be heard
    await setImmediate();
  }
  return true;
};

const tellsAfter = 50;
