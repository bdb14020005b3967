import type { LineUp } from "./line-up.ts";
import { type Costs, timesOurs } from "./promises.ts";
import { spreadOf } from "./spread.ts";

/** Everyone's cost in the order they stand in, as a Markdown table. */
export const scoreTable = ({ contestants }: LineUp, costs: Costs): string => {
  const names = Object.keys(contestants) as readonly (keyof typeof contestants)[];
  const rows = names.map((name) => {
    const cpu = spreadOf(costs[name].map(({ cpu }) => cpu));
    const clock = spreadOf(costs[name].map(({ clock }) => clock));
    const times = timesOurs(costs, name);
    return [
      contestants[name].name,
      contestants[name].startsFrom,
      duration(cpu.median),
      duration(clock.median),
      Math.round(1_000_000_000 / cpu.median).toLocaleString("en"),
      name === "ourCore" ? "1" : `${short(times.median)} (${short(times.minimum)}–${short(times.maximum)})`,
    ];
  });
  const head = ["contestant", "starts from", "CPU", "clock", "full results a second on one core", "times our cost"];
  return [head, ["---", "---", "---:", "---:", "---:", "---:"], ...rows]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
};

const duration = (nanoseconds: number): string =>
  nanoseconds < 1000 ? `${nanoseconds.toFixed(0)} ns` : `${(nanoseconds / 1000).toFixed(1)} µs`;

const short = (times: number): string => times.toFixed(times < 10 ? 2 : 0);
