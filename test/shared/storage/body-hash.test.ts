import { expect, test } from "vitest";
import { bodyHash } from "#shared/storage/body-hash.ts";

test("the order of keys makes no difference, however deep", () => {
  const one = bodyHash({ a: 1, b: [{ c: null, d: "x" }] });
  const other = bodyHash({ b: [{ d: "x", c: null }], a: 1 });

  expect(one).toBe(other);
});

test.each([
  [{ a: [1, 2] }, { a: [2, 1] }],
  [{ a: null }, {}],
  [{ a: [] }, { a: null }],
  [{ a: 1 }, { a: "1" }],
])("%j and %j say different things", (one, other) => {
  expect(bodyHash(one)).not.toBe(bodyHash(other));
});
