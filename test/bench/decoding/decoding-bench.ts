import type { Kept } from "../kept.ts";
import { type Spread, spreadOf } from "../spread.ts";
import { table } from "../table.ts";
import { type Decoder, type Decoding, decoding } from "./contestants.ts";

/** What it costs to learn from the database's answer whether a score has changed: packed, beside the generic way. */
export const decodingBench = async (): Promise<readonly Kept[]> => {
  const { decoders, changedIn } = decoding(count);
  const names = ["generic", "packed", "projected"] as const;
  const costs = { generic: [], packed: [], projected: [] } as Record<(typeof names)[number], number[]>;
  for (let round = -warmUps; round < rounds; round++) {
    const from = ((round + warmUps) * stretch) % count;
    const found = new Set<number>();
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + warmUps) % names.length] ?? "generic";
      const { changed, microseconds } = await timed(changedIn, decoders[name], from);
      found.add(changed);
      if (round >= 0) costs[name].push(microseconds);
    }
    if (found.size !== 1) throw new Error(`the decoders find ${[...found].join(" and ")} scores changed`);
  }

  const ratio = (name: (typeof names)[number]): Spread =>
    spreadOf(costs[name].map((cost, round) => cost / (costs.generic[round] ?? Number.NaN)));
  console.log(
    table(
      ["from the table's answer to changed or not", "bytes read", "CPU", "of the generic way"],
      names.map((name) => [
        decoders[name].name,
        `${Math.round(spreadOf(decoders[name].texts.map((text) => text.length)).median)}`,
        `${spreadOf(costs[name]).median.toFixed(1)} µs`,
        name === "generic" ? "1" : ranged(ratio(name)),
      ]),
    ),
  );
  console.log(`\n${rounds} rounds of ${stretch} of ${count} dossiers; medians, and the range over the rounds\n`);

  const microseconds = spreadOf(costs.packed).median;
  return [
    {
      promise: "from the same answer, at most half the CPU of the generic way",
      figure: ranged(ratio("packed")),
      isKept: ratio("packed").median <= 0.5,
    },
    {
      promise: "at most 15 µs for a typical dossier",
      figure: `${microseconds.toFixed(1)} µs`,
      isKept: microseconds <= 15,
    },
  ];
};

const count = 65_536;
const stretch = 8192;
const warmUps = 8;
const rounds = 32;

const timed = async (changedIn: Decoding["changedIn"], decoder: Decoder, from: number) => {
  globalThis.gc?.({ type: "minor", execution: "sync" });
  const before = process.cpuUsage();
  const changed = await changedIn(decoder, from, from + stretch);
  const { user, system } = process.cpuUsage(before);
  return { changed, microseconds: (user + system) / stretch };
};

const ranged = ({ median, minimum, maximum }: Spread): string =>
  `${median.toFixed(2)} (${minimum.toFixed(2)}–${maximum.toFixed(2)})`;
