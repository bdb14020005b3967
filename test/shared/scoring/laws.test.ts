import { beforeAll, describe, expect, test } from "vitest";
import { laws, type Survey, surveyOf } from "#test/support/laws.ts";

const seed = 20_230_726;
const people = 25_000;

describe(`${people} nasty dossiers`, () => {
  let survey: Survey;
  beforeAll(() => {
    survey = surveyOf(seed, people);
  }, 300_000);

  test.each(Object.keys(laws))("%s", (law) => {
    expect(survey.broken.get(law)).toBeUndefined();
  });

  test.each([
    "policy-not-in-force",
    "no-permit",
    "void-cancelled",
    "void-suspended",
    "void-fraud",
    "frozen",
    "pending-recompute",
    "effective",
    "layer-cap",
    "local-cap",
    "local-floor",
    "floor",
  ])("among them are enough with %s", (what) => {
    expect(survey.seen.get(what)).toBeGreaterThan(people / 400);
  });
});
