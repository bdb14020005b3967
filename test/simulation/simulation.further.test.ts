import { expect, test } from "vitest";
import { seedsThatFail } from "./seeds-that-fail.ts";

test("whatever the network does, the second thousand seeds hold", { timeout: 300_000 }, async () => {
  expect(await seedsThatFail(1001, 1000)).toEqual([]);
});
