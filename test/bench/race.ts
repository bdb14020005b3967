import { type Contestant, resultSize } from "./contestant.ts";

/** What one full result cost in one round, in nanoseconds. */
export interface Cost {
  /** On all cores together, helper threads included; what other programs take does not count. */
  readonly cpu: number;
  readonly clock: number;
}

export interface Course {
  readonly residents: number;
  readonly warmUps: number;
  readonly rounds: number;
  /** Every resident's full result; each round of each contestant is held against it. */
  readonly expected: Int32Array;
}

/** Lets the contestants take turns, round by round, each time beginning with another; gives every one's cost by round. */
export const race = async (
  contestants: readonly Contestant[],
  { residents, warmUps, rounds, expected }: Course,
): Promise<readonly (readonly Cost[])[]> => {
  const results = new Int32Array(expected.length);
  const costs: Cost[][] = contestants.map(() => []);
  for (let round = -warmUps; round < rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const place = (turn + round + warmUps) % contestants.length;
      const contestant = contestants[place] as Contestant;
      const stretch = Math.max(1, Math.min(residents, residents * contestant.passes));
      const from = ((round + warmUps) * stretch) % residents;
      results.fill(-1);
      const cost = await timed(contestant, from, from + stretch, results);
      mustEqual(contestant, results, expected, from, from + stretch);
      if (round >= 0) costs[place]?.push(cost);
    }
  }
  return costs;
};

/** @throws Error naming the first resident whose full result differs from what was expected */
export const mustEqual = (
  { name }: Pick<Contestant, "name">,
  results: Int32Array,
  expected: Int32Array,
  from: number,
  to: number,
): void => {
  for (let place = from * resultSize; place < to * resultSize; place++) {
    if (results[place] === expected[place]) continue;
    const start = place - (place % resultSize);
    const [given, due] = [results, expected].map((all) => all.subarray(start, start + resultSize).join(" "));
    throw new Error(`${name} gives resident ${start / resultSize} ${given} instead of ${due}`);
  }
};

const timed = async (contestant: Contestant, from: number, to: number, results: Int32Array): Promise<Cost> => {
  // everyone begins without the garbage of the one before
  globalThis.gc?.({ type: "minor", execution: "sync" });
  const passes = Math.max(1, contestant.passes);
  const cpu = process.cpuUsage();
  const clock = performance.now();
  for (let pass = 0; pass < passes; pass++) {
    await contestant.score(from, to, results);
  }
  const { user, system } = process.cpuUsage(cpu);
  const milliseconds = performance.now() - clock;
  const count = passes * (to - from);
  return { cpu: ((user + system) * 1000) / count, clock: (milliseconds * 1_000_000) / count };
};
