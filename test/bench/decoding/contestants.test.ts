import { expect, test } from "vitest";
import { decoding } from "./contestants.ts";

test("every way to read an answer finds the same scores changed, some and not all", async () => {
  const { decoders, changedIn } = decoding(500);

  const changed = await Promise.all(Object.values(decoders).map((decoder) => changedIn(decoder, 0, 500)));

  expect(new Set(changed).size).toBe(1);
  expect(changed[0]).toBeGreaterThan(0);
  expect(changed[0]).toBeLessThan(500);
});
