import { expect, test } from "vitest";
import { surveyOf } from "#test/support/laws.ts";

test("160,000 other nasty dossiers break no law", () => {
  const { broken } = surveyOf(1949, 160_000);

  expect([...broken]).toEqual([]);
});
