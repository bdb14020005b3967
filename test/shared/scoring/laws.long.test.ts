import { expect, test } from "vitest";
import { surveyOf } from "#test/support/laws.ts";

test("200,000 other nasty dossiers break no law", () => {
  const { broken } = surveyOf(1949, 200_000);

  expect([...broken]).toEqual([]);
});
