import { expect, test } from "vitest";
import { surveyOf } from "#test/support/laws.ts";

test("75,000 other nasty dossiers break no law: 100,000 with those of every test run", () => {
  const { broken } = surveyOf(1949, 75_000);

  expect([...broken]).toEqual([]);
});
