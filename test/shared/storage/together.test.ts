import { expect, test } from "vitest";
import { together } from "#shared/storage/together.ts";

const table = (stored: Readonly<Record<string, number>>) => {
  const asked: (readonly string[])[] = [];
  const read = together(
    async (keys: readonly string[]) => {
      asked.push(keys);
      return new Map(keys.flatMap((key) => (stored[key] === undefined ? [] : [[key, stored[key]] as const])));
    },
    async (key) => {
      asked.push([key]);
      return key === "left over" ? 7 : undefined;
    },
    3,
  );
  return { asked, read };
};

test("what is asked for at the same time is read at once, the same key once", async () => {
  const { asked, read } = table({ a: 1, b: 2 });

  const values = await Promise.all([read("a"), read("b"), read("a")]);

  expect(values).toEqual([1, 2, 1]);
  expect(asked).toEqual([["a", "b"]]);
});

test("what is asked for later is read later, so that nothing old is answered", async () => {
  const stored: Record<string, number> = { a: 1 };
  const { asked, read } = table(stored);

  const before = await read("a");
  stored.a = 2;
  const after = await read("a");

  expect([before, after]).toEqual([1, 2]);
  expect(asked).toEqual([["a"], ["a"]]);
});

test("no more are read at once than a call takes", async () => {
  const { asked, read } = table({ a: 1, b: 2, c: 3, d: 4, e: 5 });

  const values = await Promise.all(["a", "b", "c", "d", "e"].map(read));

  expect(values).toEqual([1, 2, 3, 4, 5]);
  expect(asked).toEqual([
    ["a", "b", "c"],
    ["d", "e"],
  ]);
});

test("what the answer left over is read alone, and nobody is nobody", async () => {
  const { asked, read } = table({ a: 1 });

  const values = await Promise.all([read("a"), read("left over"), read("nobody")]);

  expect(values).toEqual([1, 7, undefined]);
  expect(asked).toEqual([["a", "left over", "nobody"], ["left over"], ["nobody"]]);
});

test("a read that fails, fails for all who asked, and the next one is made anew", async () => {
  let fails = true;
  const read = together(
    async (keys: readonly string[]) => {
      if (fails) throw new Error("throttled");
      return new Map(keys.map((key) => [key, 1]));
    },
    async () => undefined,
    3,
  );

  const failed = await Promise.allSettled([read("a"), read("b")]);
  fails = false;

  expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await read("a")).toBe(1);
});
