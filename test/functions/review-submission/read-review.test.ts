import { describe, expect, test } from "vitest";
import { ReviewId } from "#shared/domain/review.ts";
import { auditor, resident, verifier, window } from "#test/support/calls.ts";
import { residentId } from "#test/support/people.ts";
import { ann, decidedBy, reviewOffice, self, submitted } from "#test/support/review-office.ts";

const decided = async () => {
  const office = await reviewOffice();
  const reviewId = await submitted(office);
  await decidedBy(office, ann, reviewId, { outcome: "rejected", reason: "no payments were found" });
  return { office, reviewId };
};

describe("a review with its steps", () => {
  test("says who, when, why and by which clause; an officer's name is for offices", async () => {
    const { office, reviewId } = await decided();

    expect(await office.read(self, reviewId)).toMatchObject({
      body: {
        review: { state: "rejected", decision: { reason: "no payments were found" } },
        steps: [
          {
            step: "submitted",
            on: "2024-07-01",
            by: { role: "resident", department: null, subject: null },
            clause: "四(二) 「对积分有异议等情况可提出复核申请」",
            reason: "six months of 2019 are missing",
            dueOn: "2024-07-08",
          },
          { step: "assigned", by: { role: "verifier", department: "hrss", subject: null } },
          { step: "decided", outcome: "rejected", reason: "no payments were found", citing: "三(二)" },
        ],
      },
    });
    expect(await office.read(ann, reviewId)).toMatchObject({ body: { steps: [{}, { by: { subject: "ann" } }, {}] } });
  });

  test("tells an auditor how it went, and nothing of what it is about", async () => {
    const { office, reviewId } = await decided();

    const reply = await office.read(auditor("339900"), reviewId);

    expect(reply).toMatchObject({
      body: { review: { caseOnly: true, state: "rejected", decided: { outcome: "rejected" } } },
    });
    expect(JSON.stringify(reply)).not.toMatch(/months|payments|2019|e-0000/);
  });
});

describe("who sees a review", () => {
  const whole = expect.objectContaining({ statement: "six months of 2019 are missing" });
  const bare = expect.objectContaining({ caseOnly: true });

  test.each([
    ["the person", self, whole],
    ["a window of their area", window("339901"), whole],
    ["a verifier of the department", ann, whole],
    ["an auditor of the city", auditor("339900"), bare],
    ["whoever audits and verifies", { ...ann, roles: ["verifier" as const, "auditor" as const] }, whole],
  ])("%s does", async (_, caller, seen) => {
    const { office, reviewId } = await decided();

    expect(await office.list(caller)).toMatchObject({ body: { reviews: [seen] } });
    expect(await office.read(caller, reviewId)).toMatchObject({ body: { review: seen } });
  });

  test.each([
    ["another person", resident(residentId(2))],
    ["a window of elsewhere", window("339902")],
    ["a verifier of elsewhere", verifier("hrss", "339800")],
    ["an auditor of elsewhere", auditor("339800")],
  ])("%s does not, and can't tell whether it is there", async (_, caller) => {
    const { office, reviewId } = await decided();

    expect(await office.list(caller)).toBe("resident-unknown");
    expect(await office.read(caller, reviewId)).toBe("review-unknown");
  });

  test("a verifier of another department sees that there is none for them", async () => {
    const { office, reviewId } = await decided();

    expect(await office.list(verifier("education", "339900"))).toMatchObject({ body: { reviews: [] } });
    expect(await office.read(verifier("education", "339900"), reviewId)).toBe("review-unknown");
  });
});

test("of their own review nobody sees who in the office acted, though they work in one elsewhere", async () => {
  const { office, reviewId } = await decided();
  const alsoVerifier = {
    ...self,
    roles: [...self.roles, "verifier" as const],
    department: "education",
    areas: ["339800"],
  };

  const reply = await office.read(alsoVerifier as typeof self, reviewId);

  expect(reply).toMatchObject({ body: { steps: [{}, { by: { role: "verifier", subject: null } }, {}] } });
  expect(JSON.stringify(reply)).not.toContain('"ann"');
});

describe("what is refused of a review that is there is refused of one that is not, in the same words", () => {
  const none = ReviewId.parse(`v-${"0".repeat(26)}`);
  const stranger = resident(residentId(2));
  const elsewhere = { ...window("339902"), subject: "window" };
  const consent = { onBehalf: { by: "window", consent: true } };

  test.each([
    ["another person", stranger, {}],
    ["a window of elsewhere", elsewhere, consent],
  ])("to %s", async (_, caller, body) => {
    const { office, reviewId } = await decided();

    for (const step of [office.withdraw, office.appeal, office.handIn]) {
      const asked = (of: typeof none) => step(caller, of, { materials: [], ...body });
      expect([await asked(reviewId), await asked(none)]).toEqual(["resident-unknown", "resident-unknown"]);
    }
  });

  test("to a verifier of no department", async () => {
    const { office, reviewId } = await decided();
    const caller = verifier("nobody", "339900");

    for (const step of [
      office.read,
      office.assign,
      office.release,
      office.ask,
      office.decide,
      office.propose,
      office.agree,
    ]) {
      const asked = [await step(caller, reviewId, { items: [] }), await step(caller, none, { items: [] })];
      expect(asked).toEqual(["department-not-allowed", "department-not-allowed"]);
    }
    expect(await office.list(caller)).toBe("department-not-allowed");
  });
});
