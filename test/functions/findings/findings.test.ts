import { describe, expect, test } from "vitest";
import { factsOf } from "#shared/domain/dossier.ts";
import { feed, resident, verifier, window } from "#test/support/calls.ts";
import { ann, archive, bob, cat, findingDesk, person, reviewId, self, told } from "#test/support/finding-desk.ts";
import { publish, zhejiang } from "#test/support/standards.ts";

const byAll = publish(
  zhejiang({
    readings: {
      ...(zhejiang().readings as object),
      fraudScope: { ...(zhejiang().readings as { fraudScope: object }).fraudScope, value: "all" },
    },
  }),
);

describe("a finding that is confirmed", () => {
  test("voids what it names, cancels what that had brought, and tells whoever has to know", async () => {
    const desk = await findingDesk();
    const heard = await desk.heard();
    expect((await desk.dossier()).voidedFacts).toEqual([]);

    const confirmed = told(await desk.confirm(bob, heard));

    expect(confirmed).toMatchObject({ state: "confirmed", isCarriedOut: true, term: { workingDays: 10 } });
    const dossier = await desk.dossier();
    expect(dossier.voidedFacts).toMatchObject([{ factId: "diploma-1", voidedOn: "2024-07-01" }]);
    expect(dossier.setAside?.map(({ correction }) => correction.reviewId)).toEqual([reviewId]);
    expect(await desk.application()).toMatchObject({ state: "revoked", clause: "五(三)" });
    expect(desk.queued()).toEqual([{ of: "application", applicationNumber: desk.applicationNumber }]);
    expect(desk.told()).toEqual(["finding-proposed", "finding-confirmed", "application-revoked"]);
    expect((await desk.letters.list(person)).map(({ content }) => content.kind)).toEqual(["police-referral"]);
    expect(await desk.credit(archive)).toMatchObject({ records: [{ record: "confirmed" }], through: 1, last: 1 });
  });

  test("gives all of it back once it is overturned, and keeps its history", async () => {
    const desk = await findingDesk();
    const before = await desk.dossier();
    const heard = await desk.heard();
    await desk.confirm(bob, heard);
    await desk.appeal(self, heard);
    desk.queued();

    const overturned = told(await desk.decide(cat, heard, { outcome: "overturned" }));

    expect(overturned).toMatchObject({ state: "overturned", isCarriedOut: true });
    const dossier = await desk.dossier();
    expect(factsOf(dossier)).toEqual(factsOf(before));
    expect(dossier.voidedFacts).toEqual([]);
    expect(await desk.application()).toMatchObject({ state: "granted", granted: { offer: "school-a" } });
    expect(desk.queued()).toHaveLength(1);
    expect(await desk.credit(archive)).toMatchObject({ records: [{ record: "confirmed" }, { record: "overturned" }] });
    expect(told(await desk.read(self, heard)).steps.map(({ step }) => step)).toEqual([
      ...["proposed", "heard", "confirmed", "carried-out", "appealed", "overturned", "carried-out"],
    ]);
    expect(desk.told().slice(-2)).toEqual(["finding-overturned", "application-reinstated"]);
  });

  test("stands while it is appealed against, and is final once that was in vain", async () => {
    const desk = await findingDesk();
    const heard = await desk.heard();
    await desk.confirm(bob, heard);
    expect(await desk.appeal(self, heard)).toMatchObject({ state: "appealed" });
    expect((await desk.application()).state).toBe("revoked");

    expect(await desk.decide(cat, heard, { outcome: "upheld" })).toMatchObject({ state: "final" });
    expect((await desk.application()).state).toBe("revoked");
    expect(await desk.appeal(self, heard)).toBe("step-not-allowed");
  });

  test("leaves an application revoked that another finding names, until that too is overturned", async () => {
    const desk = await findingDesk();
    const [one, other] = [await desk.heard(), await desk.heard({ reviewIds: [] })];
    for (const finding of [one, other]) {
      await desk.confirm(bob, finding);
      await desk.appeal(self, finding);
    }

    await desk.decide(cat, one, { outcome: "overturned" });
    expect((await desk.application()).state).toBe("revoked");
    await desk.decide(cat, other, { outcome: "overturned" });
    expect((await desk.application()).state).toBe("granted");
  });
});

describe("who decides", () => {
  test("is a second person, and on appeal a third, never one who acts for the person", async () => {
    const desk = await findingDesk();
    const proposed = told(await desk.propose(ann));
    expect(await desk.confirm(bob, proposed)).toBe("step-not-allowed");
    await desk.state({ ...window("339901"), subject: "bob" }, proposed, { onBehalf: { by: "window", consent: true } });

    expect(await desk.confirm(ann, proposed)).toBe("second-person-needed");
    expect(await desk.confirm(bob, proposed)).toBe("decides-on-own");
    expect(await desk.confirm({ ...cat, residentId: person }, proposed)).toBe("decides-on-own");
    await desk.confirm(cat, proposed);
    await desk.appeal(self, proposed);
    expect(await desk.decide(ann, proposed, { outcome: "upheld" })).toBe("decides-on-own");
    expect(await desk.decide(cat, proposed, { outcome: "upheld" })).toBe("decides-on-own");
  });

  test("is of the department and area; for everybody else it is not there", async () => {
    const desk = await findingDesk();
    const heard = await desk.heard();

    for (const other of [verifier("hrss", "339900"), verifier("education", "339800")]) {
      expect(await desk.confirm(other, heard)).toBe("finding-unknown");
      expect(await desk.read(other, heard)).toBe("finding-unknown");
    }
    expect(await desk.list(resident("r-other"))).toBe("resident-unknown");
    expect(await desk.list({ ...ann, roles: ["auditor"] })).toMatchObject({
      findings: [{ statement: null, reason: null }],
    });
    expect(await desk.list(self)).toMatchObject({ findings: [{ statement: "it is true" }] });
    expect(await desk.propose(verifier("a club", "339900"))).toBe("department-not-allowed");
    expect(await desk.propose({ ...ann, residentId: person })).toBe("decides-on-own");
  });

  test("may see that it was wrong before anybody was heard", async () => {
    const desk = await findingDesk();
    const proposed = told(await desk.propose(ann));

    expect(await desk.dismiss(ann, proposed)).toMatchObject({ state: "dismissed" });
    expect(await desk.confirm(bob, proposed)).toBe("step-not-allowed");
    expect((await desk.application()).state).toBe("granted");
    expect(desk.told()).toEqual(["finding-proposed", "finding-dismissed"]);
  });
});

describe("what a finding names", () => {
  test.each([
    ["a fact that is not there", { facts: ["diploma-9"] }],
    ["a review on which nothing stands", { reviewIds: [`v-${"9".repeat(26)}`] }],
    ["an application of nobody", { applications: ["A-9999-9999-9999-9999"] }],
    ["nothing at all", { facts: [], reviewIds: [], applications: [] }],
  ])("must be there: not %s", async (_, named) => {
    const desk = await findingDesk();

    expect(await desk.propose(ann, named)).toBe("finding-unfounded");
    expect(desk.told()).toEqual([]);
  });

  test("is what the department supplies or grants", async () => {
    const desk = await findingDesk();

    expect(await desk.propose(verifier("hrss", "339900"))).toBe("finding-unfounded");
    expect(await desk.propose(verifier("housing", "339900"), { facts: [], reviewIds: [] })).toBe("finding-unfounded");
    expect(await desk.propose(ann, { facts: [], reviewIds: [] })).toMatchObject({ state: "proposed" });
  });

  test("bars the whole score only where the standard says so", async () => {
    const bar = { barredUntil: "2026-07-01" };
    expect(await (await findingDesk()).propose(ann, bar)).toBe("finding-bar-unlawful");

    const desk = await findingDesk({ standards: byAll });
    await desk.confirm(bob, await desk.heard({ ...bar, facts: [] }));
    expect((await desk.dossier()).voidedFacts).toMatchObject([{ factId: reviewId, ...bar }]);
    expect(await desk.propose(ann, { ...bar, facts: [], reviewIds: [] })).toBe("finding-unfounded");
    expect(await desk.propose(ann, { barredUntil: "2024-07-01" })).toBe("finding-unfounded");
    // nothing is void for good
    expect(await desk.propose(ann)).toBe("finding-unfounded");
  });
});

describe("the calendar", () => {
  test("ends the hearing after five working days, and the appeal after ten", async () => {
    const desk = await findingDesk();
    const proposed = told(await desk.propose(ann));
    const state = async () => told(await desk.read(self, proposed)).finding.state;

    desk.pass(7);
    await desk.keep();
    expect(await state()).toBe("proposed");
    desk.pass(1);
    await desk.keep();
    expect(await state()).toBe("heard");
    await desk.confirm(bob, proposed);
    desk.pass(14);
    await desk.keep();
    expect(await state()).toBe("confirmed");
    desk.pass(1);
    expect(await desk.appeal(self, proposed)).toBe("finding-too-late");
    await desk.keep();
    expect(await state()).toBe("final");
  });
});

describe("the credit archive", () => {
  test("reads what is of its areas as often as it likes, and nothing that was found out about", async () => {
    const desk = await findingDesk();
    for (const finding of [await desk.heard(), await desk.heard(), await desk.heard()])
      await desk.confirm(bob, finding);

    const first = told(await desk.credit(archive));
    expect(first).toMatchObject({ records: [{ sequence: 1 }, { sequence: 2 }], through: 2, last: 3 });
    expect(await desk.credit(archive)).toEqual(first);
    expect(await desk.credit(archive, 2)).toMatchObject({ records: [{ sequence: 3 }], through: 3 });
    expect(await desk.credit(feed("public-security", "339800"))).toMatchObject({ records: [], through: 2 });
    expect(await desk.credit(feed("education", "339900"))).toBe("department-not-allowed");
    expect(JSON.stringify(first)).not.toMatch(/diploma|never issued|ann|bob/);
  });
});
