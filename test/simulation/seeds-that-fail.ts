import { setImmediate } from "node:timers/promises";
import { simulate } from "./simulate.ts";

/** Plays the seeds; answers the first that fails, with all that one needs to look into it. */
export const seedsThatFail = async (from: number, seeds: number): Promise<readonly string[]> => {
  for (let seed = from; seed < from + seeds; seed++) {
    const { violation, trace } = await simulate(seed);
    if (violation) {
      const repeat = `repeat it: npm run simulate -- --seed ${seed}`;
      return [`seed ${seed} fails: ${violation.invariant}: ${violation.detail}\n${repeat}\n${trace.text()}`];
    }
    // the simulation itself waits for nothing real
    await setImmediate();
  }
  return [];
};
