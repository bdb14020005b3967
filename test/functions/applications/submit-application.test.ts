import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { programmeId, someTerms } from "#test/support/a-programme.ts";
import {
  applicationOffice,
  appliedAt,
  child,
  father,
  herself,
  himself,
  mother,
  stranger,
} from "#test/support/application-office.ts";
import { auditor, resident, verifier, window } from "#test/support/calls.ts";

describe("an application", () => {
  test("gets a random number, goes to the service department in ten working days, and is acknowledged", async () => {
    const office = await applicationOffice();

    const reply = await office.apply();

    expect(reply).toMatchObject({
      status: 201,
      body: {
        applicationNumber: expect.stringMatching(/^A-(\w{4}-){3}\w{4}$/),
        state: "submitted",
        department: "education",
        area: "339901",
        waitsFor: "department",
        wishes: ["east"],
        child,
        withPartner: false,
        term: { startedOn: "2024-05-10", workingDays: 10, dueOn: "2024-05-23", provisional: false },
      },
    });
    expect(office.messages.all().map(({ message }) => message.kind)).toEqual(["application-received"]);
  });

  test.each([
    ["before the window opens", "2024-05-05"],
    ["after it has closed", "2024-05-25"],
  ])("is not taken %s", async (_, day) => {
    const office = await applicationOffice({ day });

    expect(await office.apply()).toBe("application-window-closed");
  });

  test.each(["2024-05-06", "2024-05-24"])("is taken on the first and the last day, such as %s", async (day) => {
    const office = await applicationOffice({ day });

    expect(await office.apply()).toMatchObject({ status: 201 });
  });

  test("needs the undertaking of truth", async () => {
    expect(await (await applicationOffice({ undertaken: false })).apply()).toBe("undertaking-missing");
  });

  test("is for a programme that is published", async () => {
    const office = await applicationOffice();

    expect(await office.apply(herself, { programmeId: programmeId(2) })).toBe("programme-unknown");
  });

  test.each([
    ["an offer that there is not", { wishes: ["north"] }, "invalid-request"],
    ["the same offer twice", { wishes: ["east", "east"] }, "invalid-request"],
    ["no child", { child: undefined }, "invalid-request"],
    ["somebody else's child", { child: stranger }, "child-not-confirmed"],
    ["a home where none counts", { asset: "浙2024-0001" }, "invalid-request"],
    [
      "a paper that has nothing to do with it",
      { materials: [{ code: "diploma", materialId: "e-1" }] },
      "invalid-request",
    ],
  ])("that names %s is refused", async (_, differing, code) => {
    expect(await (await applicationOffice()).apply(herself, differing)).toBe(code);
  });

  test("names no more offers than the programme lets one", async () => {
    const office = await applicationOffice({ terms: someTerms({ wishes: 1 }) });

    expect(await office.apply(herself, { wishes: ["east", "west"] })).toBe("invalid-request");
  });

  test("is for a child of the age that the programme is for", async () => {
    const childBorn = { from: "2018-09-01", through: "2019-08-31" };

    expect(await (await applicationOffice({ terms: someTerms({ childBorn }) })).apply()).toBe("child-born-outside");
  });
});

describe("the permit", () => {
  test("has to be valid that day", async () => {
    const office = await applicationOffice();
    await office.suspendPermit(mother);

    expect(await office.apply()).toBe("permit-not-valid");
  });

  test("has to be of the programme's area", async () => {
    const office = await applicationOffice({ permitArea: "339902" });

    expect(await office.apply()).toBe("application-elsewhere");
  });
});

describe("what may be used once", () => {
  test("a child stands in one application, whichever parent files it", async () => {
    const office = await applicationOffice();
    const applicationNumber = await appliedAt(office);

    expect(await office.apply(himself)).toBe("application-once");
    await office.withdraw(herself, applicationNumber);
    expect(await office.apply(himself)).toMatchObject({ status: 201 });
  });

  test("of two parents who apply at the same moment one is first", async () => {
    const office = await applicationOffice();

    const replies = await Promise.all([office.apply(herself), office.apply(himself)]);

    expect(replies.filter((reply) => reply === "application-once")).toHaveLength(1);
  });

  test("an applicant has one application where it is for themself", async () => {
    const office = await applicationOffice({ terms: someTerms({ beneficiary: "applicant", childBorn: undefined }) });
    await appliedAt(office);

    expect(await office.apply(herself)).toBe("application-once");
    expect(await office.apply(himself)).toMatchObject({ status: 201 });
  });

  test("a family has one, whichever of the two applies", async () => {
    const office = await applicationOffice({ terms: someTerms({ beneficiary: "family", childBorn: undefined }) });

    expect(await office.apply(himself)).toMatchObject({ body: { withPartner: true } });
    expect(await office.apply(herself)).toBe("application-once");
  });

  test("a home counts once, however its number is typed, and nobody reads it again", async () => {
    const terms = someTerms({ beneficiary: "applicant", childBorn: undefined, onePer: ["asset"] });
    const office = await applicationOffice({ terms });

    expect(await office.apply(herself)).toBe("invalid-request");
    const reply = await office.apply(herself, { asset: "zj 2024-0001" });
    expect(reply).toMatchObject({ body: { namesAsset: true } });
    expect(JSON.stringify(reply)).not.toContain("2024-0001");
    expect(await office.apply(himself, { asset: "ZJ20240001" })).toBe("application-once");
  });

  test("in the second round whoever came to nothing in the first may try again, and nobody else", async () => {
    const secondRound = { opensOn: "2024-07-01", closesOn: "2024-07-05", cutOffOn: "2024-07-08" };
    const office = await applicationOffice({ terms: someTerms({ secondRound }) });
    const applicationNumber = await appliedAt(office);
    office.calendar.today = date("2024-07-02");
    await secondRoundBegins(office);
    const before = await office.applications.read(applicationNumber);
    if (!before) throw new Error("the application is gone");

    expect(await office.apply(himself)).toBe("application-once");
    const failed = { ...before, version: 2, state: "not-granted" as const };
    const step = { type: "not-granted", reason: "no-place" } as const;
    const by = { subject: "system", role: "system" } as const;
    const { residentId } = before;
    const on = date("2024-07-01");
    const recorded = { applicationNumber, residentId, version: 2, step, by, at: "2024-07-01T02:00:00.000Z", on };
    await office.applications.record(failed, recorded, {});

    expect(await office.apply(himself)).toMatchObject({ status: 201, body: { round: 2 } });
    // the first one may still be withdrawn, though it holds nothing any more
    expect(await office.withdraw(herself, applicationNumber)).toMatchObject({ body: { state: "withdrawn" } });
    expect(await office.apply(herself)).toBe("application-once");
  });
});

const secondRoundBegins = async ({ goOn }: Awaited<ReturnType<typeof applicationOffice>>) => {
  const dueOn = "2024-06-10";
  for (const step of [
    { type: "seed-drawn", seed: "1", source: "a drawing" },
    { type: "settlement-begun" },
    { type: "listed", listingId: "n-1", dueOn },
    { type: "finalised" },
    { type: "second-round-begun", left: { east: 1, west: 0 } },
  ]) {
    await goOn(step as never);
  }
};

describe("the better parent's points", () => {
  test("are those of the child's other parent, who need not be asked", async () => {
    const office = await applicationOffice({ terms: someTerms({ points: "better-parent" }) });
    const applicationNumber = await appliedAt(office);

    expect((await office.applications.read(applicationNumber))?.partner).toBe(father);
  });
});

describe("whoever applies", () => {
  test("is the person, their guardian, or a window that says they agree", async () => {
    const byGuardian = await (await applicationOffice()).apply(herself, { onBehalf: { by: "guardian" } });
    const consent = { onBehalf: { by: "window", consent: true } };
    const byWindow = await (await applicationOffice()).apply(window("339901"), consent, mother);

    expect([byGuardian, byWindow]).toMatchObject([{ status: 201 }, { status: 201 }]);
  });

  test.each([
    ["a window without consent", window("339901"), "consent-missing"],
    ["a window of elsewhere", window("339902"), "resident-unknown"],
    ["another person", resident(father), "resident-unknown"],
    ["an auditor", auditor("339900"), "resident-unknown"],
    ["a verifier", verifier("education", "339900"), "resident-unknown"],
  ])("is not %s", async (_, caller, code) => {
    expect(await (await applicationOffice()).apply(caller, {}, mother)).toBe(code);
  });
});
