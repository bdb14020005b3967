import { expect, test } from "vitest";
import { usedBy } from "#shared/domain/used-once.ts";
import { programmeId } from "#test/support/a-programme.ts";
import { residentId } from "#test/support/people.ts";

const [mother, father, child] = [residentId(1), residentId(2), residentId(3)];
const of = { programmeId: programmeId(1), residentId: mother };
const kindsOf = (used: ReturnType<typeof usedBy>) => used.map(({ kind, id }) => [kind, id]);

test("an application for oneself uses the applicant, one for a child the child alone: parents have several", () => {
  expect(kindsOf(usedBy(of, { beneficiary: "applicant", onePer: [] }))).toEqual([["applicant", mother]]);
  expect(kindsOf(usedBy({ ...of, child }, { beneficiary: "child", onePer: [] }))).toEqual([["child", child]]);
});

test("a family is each of its adults, so that it is the same one whoever applies", () => {
  const hers = usedBy({ ...of, partner: father }, { beneficiary: "family", onePer: [] });
  const his = usedBy({ ...of, residentId: father, partner: mother }, { beneficiary: "family", onePer: [] });

  expect(kindsOf(hers).sort()).toEqual(kindsOf(his).sort());
  expect(kindsOf(usedBy(of, { beneficiary: "family", onePer: [] }))).toEqual([["family", mother]]);
});

test("a partner whose points count makes no family of the two where the programme doesn't", () => {
  expect(kindsOf(usedBy({ ...of, child, partner: father }, { beneficiary: "child", onePer: [] }))).toEqual([
    ["child", child],
  ]);
});
