import { describe, expect, test } from "vitest";
import { keepDeadlines } from "#functions/review-submission/keep-deadlines.ts";
import { FactPatch } from "#shared/domain/fact-patch.ts";
import { window } from "#test/support/calls.ts";
import { ann, bob, decidedBy, person, reviewOffice, self, submitted } from "#test/support/review-office.ts";

const add = [{ from: "2019-03", to: "2019-04", province: "330000", kind: "employee" }];
const partly = { outcome: "partly-upheld", patch: FactPatch.parse({ fact: "pension", add }) };
const askedFor = { items: [{ code: "payment-statement", reason: "it can't be read" }] };

const appealed = async () => {
  const office = await reviewOffice();
  const reviewId = await submitted(office);
  await decidedBy(office, ann, reviewId, partly);
  await office.appeal(self, reviewId);
  const night = keepDeadlines({ ...office.reviewing, publish: () => undefined });
  return { office, reviewId, night, read: () => office.reviews.read(person, reviewId) };
};
const stands = { state: "partly-upheld", corrects: true, decision: { outcome: "partly-upheld" } };

describe("the decision before an appeal stands", () => {
  test("when the appeal is withdrawn, and the line is free for another request", async () => {
    const { office, reviewId, read } = await appealed();

    await office.withdraw(self, reviewId);

    expect(await read()).toMatchObject(stands);
    expect(await read()).not.toHaveProperty("term");
    expect((await office.facts()).pension).toHaveLength(1);
    expect(await office.appeal(self, reviewId)).toBe("review-already-appealed");
    expect(await submitted(office)).not.toBe(reviewId);
  });

  test("when the appeal lapses, which the person is told as such", async () => {
    const { office, reviewId, night, read } = await appealed();
    await office.assign(bob, reviewId);
    await office.ask(bob, reviewId, askedFor);
    office.pass(30);

    await night();

    expect(await read()).toMatchObject(stands);
    expect(office.messages.all().at(-1)?.message.kind).toBe("appeal-lapsed");
  });
});

test("once decided or withdrawn, nothing is overdue any more", async () => {
  for (const end of ["decide", "withdraw"] as const) {
    const { office, reviewId, night, read } = await appealed();
    office.pass(30);
    await night();
    expect(await read()).toMatchObject({ escalated: true });

    if (end === "decide") await decidedBy(office, bob, reviewId);
    else await office.withdraw(self, reviewId);

    expect(await read()).toMatchObject({ escalated: false });
  }
});

test("whoever has appealed or handed in for somebody does not decide on it", async () => {
  const clerk = { ...window("339901"), subject: "bob" };
  const office = await reviewOffice();
  const reviewId = await submitted(office);
  await decidedBy(office, ann, reviewId, partly);

  await office.appeal(clerk, reviewId, { onBehalf: { by: "window", consent: true } });

  expect((await office.reviews.read(person, reviewId))?.filers).toEqual(["somebody", "bob"]);
  expect(await office.assign(bob, reviewId)).toBe("decides-on-own");
});
