import { expect, test } from "vitest";
import { type Costs, promisesKept } from "./promises.ts";

const nanoseconds = (...cpu: readonly number[]) => cpu.map((each) => ({ cpu: each, clock: each }));

const costs: Costs = {
  handWritten: nanoseconds(50, 50, 50),
  ourCore: nanoseconds(100, 100, 200),
  jsonLogic: nanoseconds(300, 300, 300),
  zenLists: nanoseconds(9000, 9000, 9000),
  zenLoop: nanoseconds(30_000, 30_000, 30_000),
  jsonRules: nanoseconds(200_000, 200_000, 200_000),
  fromDossier: nanoseconds(1500, 1500, 1500),
  fromJson: nanoseconds(20_000, 20_000, 20_000),
};

test("every promise is held against the median of the rounds", () => {
  const kept = promisesKept(costs);

  expect(kept.map(({ isKept }) => isKept)).toEqual([true, true, true, true]);
  expect(kept[0]?.figure).toBe("10,000,000");
  expect(kept[1]?.figure).toBe("3.0 times (1.5–3.0)");
});

test.each([
  ["too few results a second", { ourCore: nanoseconds(1001, 1001, 1001) }, 0],
  ["json-logic-engine as fast", { jsonLogic: nanoseconds(100, 100, 200) }, 1],
  ["json-rules-engine within 100 times", { jsonRules: nanoseconds(9000, 9000, 9000) }, 2],
  ["zen-engine within 50 times", { zenLoop: nanoseconds(4000, 4000, 4000) }, 3],
] as const)("%s is a promise not kept", (_, slower, place) => {
  const kept = promisesKept({ ...costs, ...slower });

  expect(kept[place]?.isKept).toBe(false);
});
