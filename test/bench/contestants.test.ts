import { expect, test } from "vitest";
import { lineCodes, resultSize } from "./contestant.ts";
import { lineUp } from "./line-up.ts";
import { mustEqual } from "./race.ts";

const count = 300;
const { contestants, residents } = lineUp(count);

const resultsOf = async ({ score }: (typeof contestants)[keyof typeof contestants]): Promise<Int32Array> => {
  const results = new Int32Array(count * resultSize).fill(-1);
  await score(0, count, results);
  return results;
};

test.each(Object.values(contestants))("$name gives everyone the same total and the same lines", async (contestant) => {
  const expected = await resultsOf(contestants.handWritten);

  const results = await resultsOf(contestant);

  expect(results).toEqual(expected);
});

test("the residents differ in what is derived from them, and on every line", async () => {
  const results = await resultsOf(contestants.handWritten);

  expect(new Set(residents.derived.map((derived) => Object.values(derived).join())).size).toBe(count);
  const spread = lineCodes.map(
    (_, line) => new Set(residents.derived.map((_, index) => results[index * resultSize + 1 + line])).size,
  );
  expect(spread.every((different) => different > 2)).toBe(true);
});

test("a contestant who gives one resident a hundredth more is named with the resident", async () => {
  const expected = await resultsOf(contestants.handWritten);
  const results = expected.slice();
  results[7 * resultSize] = (results[7 * resultSize] ?? 0) + 1;

  expect(() => mustEqual(contestants.ourCore, results, expected, 0, count)).toThrow(
    /from quantities gives resident 7 /,
  );
});
