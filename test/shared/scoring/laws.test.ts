import { beforeAll, describe, expect, test } from "vitest";
import { chanceOf } from "#test/support/chance.ts";
import { laws, scored } from "#test/support/laws.ts";
import { nastyPerson } from "#test/support/nasty-dossiers.ts";
import { nastyStandards } from "#test/support/nasty-standards.ts";

const seed = 20_230_726;
const people = 100_000;

describe(`${people} nasty dossiers`, () => {
  const broken = new Map<string, string>();
  const seen = new Map<string, number>();
  const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);

  beforeAll(() => {
    const asPublished = nastyStandards();
    const lessGenerous = nastyStandards({ maximum: { points: 60, clause: "最高分值60分" } });
    for (let number = 0; number < people; number++) {
      const standards = number % 4 === 0 ? lessGenerous : asPublished;
      const one = scored(standards, nastyPerson(seed, number), chanceOf(seed + 1, number), number % 10 === 0);
      count(one.result.status);
      for (const { code } of one.result.composition.adjustments) count(code);
      for (const [law, holds] of Object.entries(laws)) {
        if (broken.has(law) || holds(one)) continue;
        broken.set(law, `does not hold for nastyPerson(${seed}, ${number})`);
      }
    }
  }, 300_000);

  test.each(Object.keys(laws))("%s", (law) => {
    expect(broken.get(law)).toBeUndefined();
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
    expect(seen.get(what)).toBeGreaterThan(people / 400);
  });
});
