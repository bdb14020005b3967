import { expect, test } from "vitest";
import { remembering } from "#shared/scoring/remembering.ts";

test("what was made once is given again", () => {
  const remembered = remembering<string, { readonly made: number }>(2);
  let made = 0;
  const make = () => ({ made: ++made });

  const first = remembered("a", make);

  expect(remembered("a", make)).toBe(first);
  expect(made).toBe(1);
});

test("all is forgotten when there is too much, and made anew", () => {
  const remembered = remembering<string, { readonly made: number }>(2);
  let made = 0;
  const make = () => ({ made: ++made });

  for (const key of ["a", "b", "c", "a", "c"]) remembered(key, make);

  expect(made).toBe(4);
});
