import { expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { householdOf } from "#shared/domain/household.ts";
import type { Related, Relation } from "#shared/domain/relation.ts";
import { proposedRelation, relationStep } from "#test/support/a-relation.ts";
import { residentId } from "#test/support/people.ts";

const [ann, ben, cat] = [residentId(1), residentId(2), residentId(3)];
const [first, second] = [residentId(4), residentId(5)];

const confirmed = (related: Partial<Related>, given: Parameters<typeof proposedRelation>[1] = {}): Relation =>
  relationStep(proposedRelation(related, given).relation, { type: "confirmed" }).relation;
const child = (relative: typeof ann, bornOn: string, otherAdult?: typeof ann): Partial<Related> => ({
  kind: "child",
  relative,
  bornOn: date(bornOn),
  ...(otherAdult && { otherAdult }),
});

test("a child named by both parents is there once, and children stand in order of birth", () => {
  const relations = [
    confirmed(child(second, "2019-06-01", ben), { number: 1, proposer: ann }),
    confirmed(child(first, "2016-06-01", cat), { number: 2, proposer: ann }),
    confirmed(child(second, "2019-06-01", ann), { number: 3, proposer: ben }),
  ];

  expect(householdOf(ann, relations)).toEqual({
    children: [
      { residentId: first, bornOn: "2016-06-01", otherParent: cat },
      { residentId: second, bornOn: "2019-06-01", otherParent: ben },
    ],
  });
});

test("a child has no children of their own by being one, and nobody else belongs to a household", () => {
  const relations = [confirmed(child(first, "2016-06-01", ben))];

  expect(householdOf(first, relations)).toEqual({ children: [] });
  expect(householdOf(cat, relations)).toEqual({ children: [] });
});

test("only what is confirmed counts", () => {
  const proposed = proposedRelation();
  const ended = relationStep(confirmed({}), { type: "ended" });

  for (const { relation } of [proposed, ended, relationStep(proposed.relation, { type: "refused" })]) {
    expect(householdOf(ann, [relation])).toEqual({ children: [] });
  }
  expect(householdOf(ann, [confirmed({})])).toEqual({ spouse: ben, children: [] });
  expect(householdOf(ben, [confirmed({})])).toEqual({ spouse: ann, children: [] });
});
