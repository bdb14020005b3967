import { describe, expect, test } from "vitest";
import { FactPatch } from "#shared/domain/fact-patch.ts";
import type { DecisionRule } from "#shared/domain/review.ts";
import { reviewRulesFor } from "#shared/procedure/review-terms.ts";
import { materialId } from "#test/support/a-material.ts";
import { auditor, verifier, window } from "#test/support/calls.ts";
import { ann, bob, decidedBy, dee, person, reviewOffice, self, submitted } from "#test/support/review-office.ts";

const part = FactPatch.parse({
  fact: "pension",
  add: [{ from: "2019-03", to: "2019-04", province: "330000", kind: "employee" }],
});
const longer = FactPatch.parse({
  fact: "pension",
  add: [{ from: "2019-03", to: "2019-06", province: "330000", kind: "employee" }],
});
const partly = { outcome: "partly-upheld", patch: part };
const rejected = { outcome: "rejected", reason: "no payments were found" };

describe("a decision", () => {
  test("that upholds corrects the fact in the same step, with its evidence, and tells the person", async () => {
    const office = await reviewOffice();
    const reviewId = await submitted(office);

    const decided = await decidedBy(office, ann, reviewId);

    expect(decided).toMatchObject({
      body: { state: "upheld", corrects: true, term: null, waitsFor: { for: "nobody" } },
    });
    expect((await office.facts()).pension).toMatchObject([{ from: "2019-03", to: "2019-08", id: reviewId }]);
    expect((await office.residents.read(person))?.corrections).toMatchObject([
      { reviewId, evidence: [{ materialId: materialId(1), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }] },
    ]);
    expect(office.messages.all().map(({ message }) => message.kind)).toEqual(["review-received", "review-decided"]);
    expect((await office.letters.list(person)).map(({ content }) => content.kind).sort()).toEqual([
      "acceptance-receipt",
      "decision",
    ]);
  });

  test("in part corrects what it says, and no more", async () => {
    const office = await reviewOffice();

    await decidedBy(office, ann, await submitted(office), partly);

    expect((await office.facts()).pension).toMatchObject([{ from: "2019-03", to: "2019-04" }]);
  });

  test("that rejects leaves the fact alone", async () => {
    const office = await reviewOffice();
    const before = await office.residents.read(person);

    const decided = await decidedBy(office, ann, await submitted(office), rejected);

    expect(decided).toMatchObject({ body: { state: "rejected", corrects: false } });
    expect(await office.residents.read(person)).toEqual(before);
  });

  test("is about the fact contested, and no other", async () => {
    const office = await reviewOffice();
    const patch = FactPatch.parse({ fact: "birthDate", value: "1991-01-01" });

    expect(await decidedBy(office, ann, await submitted(office), { ...partly, patch })).toBe("review-proposal-unfit");
  });

  test("can't put in what has not happened yet", async () => {
    const office = await reviewOffice();
    const paid = { from: "2019-03", to: "2019-04", province: "330000", kind: "employee", paidOn: "2024-07-02" };
    const patch = FactPatch.parse({ fact: "pension", add: [paid] });

    expect(await decidedBy(office, ann, await submitted(office), { ...partly, patch })).toBe("happened-after-receipt");
  });

  test("that is overtaken by another change of the dossier is taken on the dossier as it is by then", async () => {
    const office = await reviewOffice();
    const reviewId = await submitted(office);
    await office.assign(ann, reviewId);
    const { decide } = office;

    const [first, second] = await Promise.all([decide(ann, reviewId), decide(ann, reviewId)]);

    expect([first, second].filter((reply) => reply === "step-not-allowed")).toHaveLength(1);
    expect((await office.residents.read(person))?.corrections).toHaveLength(1);
  });
});

describe("only whoever has it in hand decides", () => {
  test("not before it was taken, nor while a colleague has it, nor after the lock has run out", async () => {
    const office = await reviewOffice({ day: "2026-02-13" });
    const reviewId = await submitted(office);

    expect(await office.decide(ann, reviewId)).toBe("step-not-allowed");
    await office.assign(ann, reviewId);
    expect(await office.decide(bob, reviewId)).toBe("review-not-held");
    expect(await office.assign(bob, reviewId)).toBe("review-locked");
    // worked for on Saturday the 14th
    office.pass(1);
    expect(await office.assign(bob, reviewId)).toBe("review-locked");
    office.pass(1);
    expect(await office.decide(ann, reviewId)).toBe("review-not-held");
    expect(await office.assign(bob, reviewId)).toMatchObject({ body: { inHand: { until: "2026-02-24" } } });
  });

  test("given back, it is anybody's of the department", async () => {
    const office = await reviewOffice();
    const reviewId = await submitted(office);
    await office.assign(ann, reviewId);

    expect(await office.release(bob, reviewId)).toBe("review-not-held");
    await office.release(ann, reviewId);

    expect(await office.assign(bob, reviewId)).toMatchObject({ body: { state: "under-verification" } });
  });

  test.each([
    ["of another department", verifier("education", "339900"), "review-unknown"],
    ["of another area", verifier("hrss", "339800"), "review-unknown"],
    ["of no department", verifier("nobody", "339900"), "department-not-allowed"],
    ["who is the person", { ...ann, residentId: person }, "decides-on-own"],
    ["who has filed it", { ...ann, subject: "somebody" }, "decides-on-own"],
  ])("a verifier %s does not even take it", async (_, caller, code) => {
    const office = await reviewOffice();

    expect(await office.assign(caller, await submitted(office))).toBe(code);
  });

  test.each([
    ["an auditor", auditor("339900"), "role-not-allowed"],
    ["a window", window("339901"), "review-unknown"],
    ["the person", self, "review-unknown"],
  ])("%s neither", async (_, caller, code) => {
    const office = await reviewOffice();

    expect(await office.assign(caller, await submitted(office))).toBe(code);
  });
});

describe("an appeal", () => {
  const rejectedOnce = async (decision: object = rejected) => {
    const office = await reviewOffice();
    const reviewId = await submitted(office);
    await decidedBy(office, ann, reviewId, decision);
    return { office, reviewId };
  };

  test("goes to somebody else, in a term of its own, once", async () => {
    const { office, reviewId } = await rejectedOnce();

    const appealed = await office.appeal(self, reviewId);

    expect(appealed).toMatchObject({
      body: { state: "submitted", round: 2, appealed: true, term: { workingDays: 5 } },
    });
    expect(await office.assign(ann, reviewId)).toBe("decides-on-own");
    expect(await decidedBy(office, bob, reviewId)).toMatchObject({ body: { state: "upheld" } });
    expect((await office.facts()).pension).toHaveLength(1);
    expect(await office.appeal(self, reviewId)).toBe("step-not-allowed");
  });

  test("that is rejected can't be appealed again", async () => {
    const { office, reviewId } = await rejectedOnce();
    await office.appeal(self, reviewId);
    await decidedBy(office, bob, reviewId, rejected);

    expect(await office.appeal(self, reviewId)).toBe("review-already-appealed");
  });

  test("takes nothing away of what was upheld", async () => {
    const { office, reviewId } = await rejectedOnce(partly);
    await office.appeal(self, reviewId);

    expect(await decidedBy(office, bob, reviewId, rejected)).toBe("appeal-made-worse");
    expect(await office.decide(bob, reviewId, partly)).toMatchObject({ body: { state: "partly-upheld" } });
    expect((await office.facts()).pension).toHaveLength(1);
  });

  test("takes nothing away of what stood before it, though nothing was upheld", async () => {
    const { office, reviewId } = await rejectedOnce();
    await office.report([{ from: "2019-03", to: "2019-12", province: "330000", kind: "employee", backpaid: false }]);
    await office.appeal(self, reviewId);
    const taking = FactPatch.parse({
      fact: "pension",
      remove: [{ from: "2019-03", to: "2019-12", province: "330000", kind: "employee" }],
    });

    expect(await decidedBy(office, bob, reviewId, { ...partly, patch: taking })).toBe("appeal-made-worse");
  });

  test("may give more in other words, and give all that was asked for", async () => {
    for (const decision of [{ ...partly, patch: longer }, {}]) {
      const { office, reviewId } = await rejectedOnce(partly);
      await office.appeal(self, reviewId);

      expect(await decidedBy(office, bob, reviewId, decision)).toMatchObject({ body: { corrects: true } });
    }
  });

  test("does not give less than was given before", async () => {
    const { office, reviewId } = await rejectedOnce({ ...partly, patch: longer });
    await office.appeal(self, reviewId);

    expect(await decidedBy(office, bob, reviewId, partly)).toBe("appeal-made-worse");
  });

  test("waits while another review of the line is open", async () => {
    const { office, reviewId } = await rejectedOnce();
    await submitted(office);

    expect(await office.appeal(self, reviewId)).toBe("review-line-open");
  });
});

describe("several departments", () => {
  const under = async (rule: DecisionRule) => {
    const deciders = ["hrss", "education"] as const;
    const office = await reviewOffice({ rulesFor: (fact) => ({ ...reviewRulesFor(fact), deciders, rule }) });
    return { office, reviewId: await submitted(office) };
  };

  test("who must all agree: pending until all have spoken, and nothing is corrected by then", async () => {
    const { office, reviewId } = await under("all-agree");

    const first = await decidedBy(office, ann, reviewId);

    expect(first).toMatchObject({
      body: { state: "submitted", spoken: ["hrss"], waitsFor: { department: "education" }, decided: null },
    });
    expect((await office.facts()).pension).toEqual([]);
    expect(await office.assign(bob, reviewId)).toBe("opinion-already-given");
    expect(await decidedBy(office, dee, reviewId)).toMatchObject({ body: { state: "upheld" } });
  });

  test("who agree on nothing reject", async () => {
    const { office, reviewId } = await under("all-agree");
    await decidedBy(office, ann, reviewId);

    expect(await decidedBy(office, dee, reviewId, rejected)).toMatchObject({ body: { state: "rejected" } });
  });

  test("who each decide for themselves uphold in part where one does", async () => {
    const { office, reviewId } = await under("each-for-itself");
    await decidedBy(office, ann, reviewId, rejected);

    expect(await decidedBy(office, dee, reviewId, partly)).toMatchObject({ body: { state: "partly-upheld" } });
    expect((await office.facts()).pension).toMatchObject([{ from: "2019-03", to: "2019-04" }]);
  });

  test("of whom one decides need no second word", async () => {
    const { office, reviewId } = await under("one-decides");

    expect(await decidedBy(office, dee, reviewId)).toMatchObject({ body: { state: "upheld" } });
  });
});

describe("the office's own correction", () => {
  const joe = { ...auditor("339900"), subject: "joe" };

  test("needs a second person, who hasn't decided; then somebody new decides, and old and new are kept", async () => {
    const office = await reviewOffice();
    const reviewId = await submitted(office);
    await decidedBy(office, ann, reviewId);
    const agreeing = { agree: true, reason: "so it was" };

    await office.propose(bob, reviewId, { reason: "the statement is of somebody else" });
    expect(await office.agree(bob, reviewId, agreeing)).toBe("second-person-needed");
    expect(await office.agree(ann, reviewId, agreeing)).toBe("decides-on-own");
    const agreed = await office.agree(joe, reviewId, agreeing);

    expect(agreed).toMatchObject({ body: { caseOnly: true, state: "submitted", round: 2, corrects: true } });
    expect(office.messages.all().at(-1)?.message.kind).toBe("review-reopened");
    expect(await office.withdraw(self, reviewId)).toBe("review-of-the-office");
    expect(await decidedBy(office, ann, reviewId, rejected)).toBe("step-not-allowed");
    expect(await decidedBy(office, bob, reviewId, rejected)).toMatchObject({ body: { state: "rejected" } });
    expect((await office.facts()).pension).toEqual([]);
    expect((await office.reviews.readSteps(person, reviewId)).map(({ step }) => step.type)).toEqual([
      "submitted",
      "assigned",
      "decided",
      "reopening-proposed",
      "reopening-agreed",
      "assigned",
      "decided",
    ]);
  });

  test("that is refused leaves everything as it was", async () => {
    const office = await reviewOffice();
    const reviewId = await submitted(office);
    await decidedBy(office, ann, reviewId);
    await office.propose(ann, reviewId, { reason: "I may have erred" });

    expect(await office.agree(bob, reviewId, { agree: false, reason: "no" })).toMatchObject({
      body: { state: "upheld", corrects: true },
    });
    expect((await office.facts()).pension).toHaveLength(1);
  });
});
