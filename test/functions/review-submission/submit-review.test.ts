import { describe, expect, test } from "vitest";
import { materialId } from "#test/support/a-material.ts";
import { auditor, resident, verifier, window } from "#test/support/calls.ts";
import { residentId } from "#test/support/people.ts";
import { ann, decidedBy, person, reviewOffice, self, submitted } from "#test/support/review-office.ts";

describe("a request", () => {
  test("shows what would follow, and goes to the department that supplies the fact, in five working days", async () => {
    const office = await reviewOffice();

    const reply = await office.submit();

    expect(reply).toMatchObject({
      status: 201,
      body: {
        effect: {
          asOf: "2024-07-01",
          line: { now: 0, ifUpheld: 3 },
          total: { now: 5, ifUpheld: 8 },
          words: { en: "+3.00: 8.00 instead of 5.00" },
        },
        review: {
          state: "submitted",
          since: "2024-07-01",
          filedBy: "resident",
          deciders: ["hrss"],
          waitsFor: { for: "department", department: "hrss" },
          term: { startedOn: "2024-07-01", workingDays: 5, dueOn: "2024-07-08", provisional: false },
          proposal: { fact: "pension", add: [{ from: "2019-03", to: "2019-08", province: "330000" }] },
        },
      },
    });
  });

  test("is acknowledged by a message and a letter, in the same step", async () => {
    const office = await reviewOffice();

    const reviewId = await submitted(office);

    expect(office.messages.all().map(({ message }) => [message.kind, message.parameters])).toEqual([
      ["review-received", { reviewId }],
    ]);
    expect((await office.letters.list(person)).map(({ content }) => content)).toMatchObject([
      { kind: "acceptance-receipt", reviewId, lineName: { en: expect.any(String) } },
    ]);
  });

  test("is audited in ten working days where nothing is known", async () => {
    const office = await reviewOffice();
    const skill = {
      kind: "claim",
      line: { layer: "province", code: "skill" },
      proposal: { fact: "skills", add: [{ kind: "skill-level", level: 3, issuedOn: "2015-01-01" }] },
      materials: [{ code: "skill-certificate", materialId: materialId(1) }],
    };

    expect(await office.submit(self, skill)).toMatchObject({
      body: { review: { term: { workingDays: 10, dueOn: "2024-07-15" } } },
    });
  });

  test("is by its door: a claim where nothing is known, a review where something is", async () => {
    const office = await reviewOffice();

    expect(await office.submit(self, { kind: "claim" })).toBe("review-other-door");
  });

  test.each([
    ["a line that nobody knows", { line: { layer: "county", code: "social-insurance" } }, "review-line-unknown"],
    ["another fact", { proposal: { fact: "birthDate", value: "1991-01-01" } }, "review-proposal-unfit"],
    [
      "for removal what is not there",
      {
        proposal: {
          fact: "pension",
          remove: [{ from: "2019-01", to: "2019-02", province: "330000", kind: "employee" }],
        },
      },
      "invalid-request",
    ],
    ["no material", { materials: [] }, "materials-missing"],
    [
      "somebody else's material",
      { materials: [{ code: "payment-statement", materialId: materialId(9) }] },
      "material-unknown",
    ],
  ])("that names %s is refused", async (_, differing, code) => {
    expect(await (await reviewOffice()).submit(self, differing)).toBe(code);
  });

  test.each([
    ["a birth", { layer: "province", code: "age" }, { fact: "birthDate", value: "2024-07-02" }],
    [
      "a payment",
      { layer: "province", code: "social-insurance" },
      {
        fact: "pension",
        add: [{ from: "2019-03", to: "2019-03", province: "330000", kind: "employee", paidOn: "2024-07-02" }],
      },
    ],
    [
      "a certificate",
      { layer: "province", code: "skill" },
      { fact: "skills", add: [{ kind: "skill-level", level: 3, issuedOn: "2024-07-02" }] },
    ],
  ])("is about what has happened: %s that lies ahead is refused", async (_, line, proposal) => {
    const office = await reviewOffice();

    expect(await office.submit(self, { line, proposal })).toBe("happened-after-receipt");
  });

  test("needs the undertaking of truth", async () => {
    expect(await (await reviewOffice({ undertaken: false })).submit()).toBe("undertaking-missing");
  });
});

describe("months ticked on a grid", () => {
  test("become ranges, whatever their order", async () => {
    const office = await reviewOffice();
    const months = ["2019-12", "2020-01", "2019-03", "2019-12", "2021-05"];

    expect(await office.submit(self, { proposal: { fact: "pension", months } })).toMatchObject({
      body: {
        review: {
          proposal: {
            add: [
              { from: "2019-03", to: "2019-03" },
              { from: "2019-12", to: "2020-01" },
              { from: "2021-05", to: "2021-05" },
            ],
          },
        },
      },
    });
  });

  test("are too many when they make more than fifty ranges", async () => {
    const months = Array.from(
      { length: 51 },
      (_, at) => `${2000 + Math.floor(at / 6)}-${`${(at % 6) * 2 + 1}`.padStart(2, "0")}`,
    );

    await expect(
      (async () => (await reviewOffice()).submit(self, { proposal: { fact: "pension", months } }))(),
    ).rejects.toThrow("must make at most 50 ranges");
  });
});

describe("whoever files", () => {
  test("is the person, their guardian, or a window that says they agree", async () => {
    const byGuardian = await (await reviewOffice()).submit(self, { onBehalf: { by: "guardian" } });
    const byWindow = await (await reviewOffice()).submit(window("339901"), {
      onBehalf: { by: "window", consent: true },
    });

    expect(byGuardian).toMatchObject({ body: { review: { filedBy: "guardian" } } });
    expect(byWindow).toMatchObject({ body: { review: { filedBy: "window" } } });
  });

  test.each([
    ["a window without consent", window("339901"), {}, "consent-missing"],
    ["a window that says it is the guardian", window("339901"), { onBehalf: { by: "guardian" } }, "consent-missing"],
    ["a person who says they are a window", self, { onBehalf: { by: "window", consent: true } }, "role-not-allowed"],
    ["a window of elsewhere", window("339902"), { onBehalf: { by: "window", consent: true } }, "resident-unknown"],
    ["another person", resident(residentId(2)), {}, "resident-unknown"],
    ["an auditor", auditor("339900"), {}, "resident-unknown"],
    ["a verifier", verifier("hrss", "339900"), {}, "resident-unknown"],
  ])("is not %s", async (_, caller, differing, code) => {
    expect(await (await reviewOffice()).submit(caller, differing)).toBe(code);
  });
});

describe("a second request for the line", () => {
  test("joins the first, with what it adds", async () => {
    const office = await reviewOffice();
    const reviewId = await submitted(office);

    const joined = await office.submit(self, {
      statement: "and one of 2020",
      proposal: { fact: "pension", months: ["2020-02"] },
      materials: [{ code: "other", materialId: materialId(2) }],
    });

    expect(joined).toMatchObject({
      status: 200,
      body: {
        review: {
          reviewId,
          version: 2,
          statement: "six months of 2019 are missing\nand one of 2020",
          proposal: { add: [{ from: "2019-03" }, { from: "2020-02" }] },
          materials: [{ code: "payment-statement" }, { code: "other" }],
        },
      },
    });
  });

  test("shows what would follow of both together, since both are decided on", async () => {
    const office = await reviewOffice();
    await submitted(office);

    const joined = await office.submit(self, { proposal: { fact: "pension", months: ["2020-02", "2020-03"] } });

    expect(joined).toMatchObject({
      body: { effect: { line: { now: 0, ifUpheld: 4 }, total: { now: 5, ifUpheld: 9 } } },
    });
  });

  test("finds room for five thousand characters, and then says so", async () => {
    const office = await reviewOffice();
    const words = "x".repeat(1000);
    await submitted(office, self, { statement: words });
    for (const _ of [1, 2, 3]) await office.submit(self, { statement: words });

    expect(await office.submit(self, { statement: words })).toBe("review-full");
    expect(await office.submit(self, { statement: "x".repeat(996) })).toMatchObject({ status: 200 });
  });

  test("finds room for forty materials; without any it still joins", async () => {
    const office = await reviewOffice();
    const ten = { materials: Array.from({ length: 10 }, () => ({ code: "other", materialId: materialId(2) })) };
    const nine = { materials: [{ code: "payment-statement", materialId: materialId(1) }, ...ten.materials.slice(1)] };
    const reviewId = await submitted(office, self, nine);
    for (const _ of [1, 2, 3]) expect(await office.submit(self, ten)).toMatchObject({ status: 200 });

    expect(await office.submit(self, ten)).toBe("review-full");
    expect(await office.submit(self, { materials: [] })).toMatchObject({ status: 200 });
    await decidedBy(office, ann, reviewId, { outcome: "rejected" });
    expect(await office.appeal(self, reviewId, ten)).toBe("review-full");
    expect(await office.appeal(self, reviewId)).toMatchObject({ body: { state: "submitted" } });
  });

  test("sent at the same moment joins too: there is one review", async () => {
    const office = await reviewOffice();

    await Promise.all([office.submit(), office.submit(self, { statement: "once more" })]);

    expect(await office.reviews.ofResident(person)).toHaveLength(1);
    expect(await office.list(self)).toMatchObject({ body: { reviews: [{ version: 2 }] } });
  });

  test("is another review once the first is decided", async () => {
    const office = await reviewOffice();
    const reviewId = await submitted(office);
    await office.withdraw(self, reviewId);

    expect(await submitted(office)).not.toBe(reviewId);
  });
});
