import { lineCodes, resultSize } from "./contestant.ts";
import type { Kept } from "./kept.ts";
import { type ContestantName, lineUp } from "./line-up.ts";
import { type Costs, promisesKept } from "./promises.ts";
import { mustEqual, race } from "./race.ts";
import { scoreTable } from "./score-table.ts";

/** The speed of the core beside its peers. */
export const scoringBench = async (): Promise<readonly Kept[]> => {
  const line = lineUp(count);
  const names = Object.keys(line.contestants) as readonly ContestantName[];
  const contestants = Object.values(line.contestants);

  const expected = new Int32Array(count * resultSize);
  await line.contestants.handWritten.score(0, count, expected);
  const atMaximum = lineCodes.map((code, index) => {
    const points = Array.from({ length: count }, (_, resident) => expected[resident * resultSize + 1 + index] ?? 0);
    const maximum = points.reduce((one, other) => Math.max(one, other), 0);
    return `${code} ${Math.round((points.filter((one) => one === maximum).length / count) * 100)} %`;
  });
  console.log(`${count.toLocaleString("en")} residents, no two with the same derived quantities`);
  console.log(`of them at the maximum: ${atMaximum.join(", ")}`);

  for (const contestant of contestants) {
    const results = new Int32Array(expected.length);
    await contestant.score(0, checkedBefore, results);
    mustEqual(contestant, results, expected, 0, checkedBefore);
  }
  console.log(
    `before timing: ${contestants.length} contestants agree on the total and every line of ${checkedBefore}\n`,
  );

  const measured = await race(contestants, { residents: count, warmUps: 8, rounds, expected });
  const costs = Object.fromEntries(names.map((name, index) => [name, measured[index]])) as unknown as Costs;

  console.log(scoreTable(line, costs));
  console.log(`\n${rounds} rounds, every result of every round checked; medians, and the range over the rounds\n`);
  return promisesKept(costs);
};

const count = 65_536;
const checkedBefore = 2048;
const rounds = 48;
