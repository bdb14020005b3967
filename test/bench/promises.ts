import type { Kept } from "./kept.ts";
import type { ContestantName } from "./line-up.ts";
import type { Cost } from "./race.ts";
import { type Spread, spreadOf } from "./spread.ts";

export type Costs = Readonly<Record<ContestantName, readonly Cost[]>>;

/** What is promised of our core from derived quantities, each held against the median over the rounds. */
export const promisesKept = (costs: Costs): readonly Kept[] => {
  const perSecond = 1_000_000_000 / spreadOf(costs.ourCore.map(({ cpu }) => cpu)).median;
  return [
    {
      promise: "at least 1,000,000 full results a second on one core",
      figure: Math.round(perSecond).toLocaleString("en"),
      isKept: perSecond >= 1_000_000,
    },
    fasterThan(costs, "jsonLogic", 1, "faster than json-logic-engine compiled"),
    fasterThan(costs, "jsonRules", 100, "at least 100 times json-rules-engine"),
    fasterThan(costs, "zenLoop", 50, "at least 50 times zen-engine"),
  ];
};

/** How many times as much a contestant cost as our core from derived quantities, round by round. */
export const timesOurs = (costs: Costs, name: ContestantName): Spread =>
  spreadOf(costs[name].map(({ cpu }, round) => cpu / (costs.ourCore[round]?.cpu ?? Number.NaN)));

const fasterThan = (costs: Costs, peer: ContestantName, times: number, promise: string): Kept => {
  const { median, minimum, maximum } = timesOurs(costs, peer);
  return {
    promise,
    figure: `${median.toFixed(1)} times (${minimum.toFixed(1)}–${maximum.toFixed(1)})`,
    isKept: median > times,
  };
};
