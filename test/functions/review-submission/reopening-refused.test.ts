import { expect, test } from "vitest";
import { followCorrections } from "#functions/reactions/follow-corrections.ts";
import { auditor } from "#test/support/calls.ts";
import { ann, bob, decidedBy, person, reviewOffice, submitted } from "#test/support/review-office.ts";

const paidFrom = (from: string) => [{ from, to: "2019-06", province: "330000", kind: "employee" }] as const;

/** Upheld, contradicted by its source, and proposed to be reopened. */
const contested = async () => {
  const office = await reviewOffice();
  const reviewId = await submitted(office);
  await decidedBy(office, ann, reviewId);
  const follow = () => followCorrections(office.reviewing).react(person);
  await office.report(paidFrom("2019-05"));
  await follow();
  await office.propose(bob, reviewId, { reason: "the source says otherwise" });
  return { office, reviewId, follow, read: () => office.reviews.read(person, reviewId) };
};
const supervisor = { ...auditor("339900"), subject: "supervisor" };

test("a reopening that is refused settles what the source said: the same report again contradicts nothing", async () => {
  const { office, reviewId, follow, read } = await contested();
  expect(await read()).toMatchObject({ state: "reopening-proposed", contradicted: true });

  await office.agree(supervisor, reviewId, { agree: false, reason: "the receipts are genuine" });
  expect(await read()).toMatchObject({ state: "upheld", contradicted: false, corrects: true });
  expect((await office.residents.read(person))?.conflicts).toEqual([]);

  await office.report(paidFrom("2019-05"));
  await follow();

  expect(await read()).toMatchObject({ state: "upheld", contradicted: false, corrects: true });
  expect((await office.residents.read(person))?.corrections).toMatchObject([
    { reviewId, evidence: [{ materialId: expect.any(String) }] },
  ]);
});

test("what the source says otherwise after that, contradicts again", async () => {
  const { office, reviewId, follow, read } = await contested();
  await office.agree(supervisor, reviewId, { agree: false, reason: "the receipts are genuine" });

  await office.report(paidFrom("2019-04"));
  await follow();

  expect(await read()).toMatchObject({ state: "upheld", contradicted: true });
});

test("agreed to, or contradicted by nobody, the dossier stays as it is until a decision", async () => {
  const { office, reviewId } = await contested();
  const before = await office.residents.read(person);
  await office.agree(supervisor, reviewId, { agree: true, reason: "look again" });
  expect(await office.residents.read(person)).toEqual(before);

  const quiet = await reviewOffice();
  const other = await submitted(quiet);
  await decidedBy(quiet, ann, other);
  const known = await quiet.residents.read(person);
  await quiet.propose(bob, other, { reason: "was it right?" });
  await quiet.agree(supervisor, other, { agree: false, reason: "it was" });
  expect(await quiet.residents.read(person)).toEqual(known);
});
