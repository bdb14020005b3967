import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { materialId } from "#test/support/a-material.ts";
import {
  ann,
  applicationOffice,
  appliedAt,
  bob,
  child,
  herself,
  himself,
  mother,
} from "#test/support/application-office.ts";
import { auditor, resident, verifier, window } from "#test/support/calls.ts";

const kinds = (office: Awaited<ReturnType<typeof applicationOffice>>) =>
  office.messages.all().map(({ message }) => message.kind);

describe("eligibility", () => {
  test("is decided apart from points, with a reason, and the person is told", async () => {
    const office = await applicationOffice();
    const applicationNumber = await appliedAt(office);

    expect(await office.accept(ann, applicationNumber)).toMatchObject({
      body: { state: "accepted", waitsFor: "settlement", term: null },
    });
    expect(kinds(office)).toEqual(["application-received", "application-decided"]);
  });

  test("that is denied says why and on what ground", async () => {
    const office = await applicationOffice();

    expect(await office.refuse(ann, await appliedAt(office))).toMatchObject({
      body: { state: "not-eligible", reason: "the child lives elsewhere", clause: "第三条" },
    });
  });

  test("can be contested once, and is then decided by another", async () => {
    const office = await applicationOffice();
    const applicationNumber = await appliedAt(office);
    await office.refuse(ann, applicationNumber);

    expect(await office.contest(herself, applicationNumber)).toMatchObject({
      body: { state: "submitted", contested: true, term: { workingDays: 5 } },
    });
    expect(await office.accept(ann, applicationNumber)).toBe("decides-on-own");
    await office.refuse(bob, applicationNumber);
    expect(await office.contest(herself, applicationNumber)).toBe("application-already-contested");
  });

  test.each([
    ["the applicant, who works there", { ...ann, residentId: mother }],
    ["the child's own token", { ...ann, residentId: child }],
    ["whoever filed it", { ...ann, subject: "mother" }],
  ])("is not decided by %s", async (_, caller) => {
    const office = await applicationOffice();

    expect(await office.accept(caller, await appliedAt(office))).toBe("decides-on-own");
  });

  test.each([
    ["another department", verifier("housing", "339900"), "application-unknown"],
    ["the same department elsewhere", verifier("education", "330100"), "application-unknown"],
    ["a department that grants nothing", verifier("public-security", "339900"), "department-not-allowed"],
  ])("is not decided by %s", async (_, caller, code) => {
    const office = await applicationOffice();

    expect(await office.accept(caller, await appliedAt(office))).toBe(code);
  });

  test("is not decided once the ranking has begun; until then it is, also after the cut-off", async () => {
    const office = await applicationOffice();
    const applicationNumber = await appliedAt(office);
    office.calendar.today = date("2024-06-03");
    expect(await office.refuse(ann, applicationNumber)).toMatchObject({ status: 200 });
    await office.goOn({ type: "seed-drawn", seed: "1", source: "a drawing" } as never, "verifier" as never);
    await office.goOn({ type: "settlement-begun" } as never, "verifier" as never);

    expect(await office.contest(herself, applicationNumber)).toBe("application-cut-off");
  });
});

describe("material", () => {
  const asked = { code: "household-register", reason: "the page of the child is missing" };

  test("is asked for item by item, and handed in whole", async () => {
    const office = await applicationOffice();
    const applicationNumber = await appliedAt(office, herself, {
      materials: [{ code: "birth-certificate", materialId: materialId(1) }],
    });

    expect(await office.ask(ann, applicationNumber, [asked])).toMatchObject({
      body: { state: "material-asked", waitsFor: "resident", asked: [asked], materials: [{ state: "accepted" }] },
    });
    expect(await office.handIn(herself, applicationNumber)).toBe("material-still-missing");
    const materials = [{ code: "household-register", materialId: materialId(2) }];
    expect(await office.handIn(herself, applicationNumber, { materials })).toMatchObject({
      body: { state: "submitted", asked: [], materials: [{ state: "accepted" }, { state: "handed-in" }] },
    });
    expect(kinds(office)).toEqual(["application-received", "application-material-asked"]);
  });

  test("that there is no such kind of can't be asked for", async () => {
    const office = await applicationOffice();

    expect(await office.ask(ann, await appliedAt(office), [{ code: "a-letter", reason: "because" }])).toBe(
      "invalid-request",
    );
  });
});

describe("a change", () => {
  test("takes the place of all that was asked for, and is decided on anew", async () => {
    const office = await applicationOffice();
    const applicationNumber = await appliedAt(office);
    await office.accept(ann, applicationNumber);

    expect(await office.change(herself, applicationNumber, { wishes: ["west", "east"] })).toMatchObject({
      body: { applicationNumber, state: "submitted", wishes: ["west", "east"], version: 3 },
    });
    expect(await office.accept(ann, applicationNumber)).toMatchObject({ status: 200 });
  });

  test("is as lawful as an application, and in the window only", async () => {
    const office = await applicationOffice();
    const applicationNumber = await appliedAt(office);

    expect(await office.change(herself, applicationNumber, { wishes: ["north"] })).toBe("invalid-request");
    expect(await office.change(himself, applicationNumber)).toBe("application-unknown");
    office.calendar.today = date("2024-05-25");
    expect(await office.change(herself, applicationNumber)).toBe("application-window-closed");
  });
});

describe("a withdrawal", () => {
  test("is possible at any time, once", async () => {
    const office = await applicationOffice();
    const applicationNumber = await appliedAt(office);
    await office.accept(ann, applicationNumber);

    expect(await office.withdraw(herself, applicationNumber)).toMatchObject({ body: { state: "withdrawn" } });
    expect(await office.withdraw(herself, applicationNumber)).toBe("step-not-allowed");
    expect(office.sent).toEqual([]);
  });

  test("of a place that was granted tells the settlement of it", async () => {
    const office = await applicationOffice();
    const applicationNumber = await appliedAt(office);
    const before = await office.applications.read(applicationNumber);
    if (!before) throw new Error("the application is gone");
    const granted = {
      ...before,
      version: 2,
      state: "granted" as const,
      granted: { offer: "east", on: date("2024-06-12") },
    };
    const by = { subject: "system", role: "system" } as const;
    const step = { type: "granted", offer: "east" } as const;
    const at = "2024-06-12T02:00:00.000Z";
    const of = { applicationNumber, residentId: before.residentId, version: 2, on: date("2024-06-12") };
    await office.applications.record(granted, { ...of, step, by, at }, {});

    expect(await office.withdraw(herself, applicationNumber)).toMatchObject({
      body: { state: "withdrawn", granted: { offer: "east" } },
    });
    expect(office.sent).toEqual([{ of: "application", applicationNumber }]);
  });
});

describe("who sees what", () => {
  test("the applicant sees every step, and not who acted for the office", async () => {
    const office = await applicationOffice();
    const applicationNumber = await appliedAt(office);
    await office.refuse(ann, applicationNumber);

    expect(await office.read(herself, applicationNumber)).toMatchObject({
      body: {
        application: { state: "not-eligible" },
        steps: [
          { step: "applied", by: { role: "resident", subject: null }, dueOn: "2024-05-23" },
          {
            step: "found-not-eligible",
            by: { role: "verifier", subject: null },
            reason: "the child lives elsewhere",
            citing: "第三条",
          },
        ],
      },
    });
  });

  test("an auditor sees how it goes, and nothing of what it is about", async () => {
    const office = await applicationOffice();
    const applicationNumber = await appliedAt(office);
    await office.refuse(ann, applicationNumber);

    const read = await office.read({ ...auditor("339900") }, applicationNumber);

    expect(read).toMatchObject({ body: { application: { caseOnly: true, state: "not-eligible" } } });
    for (const word of ["east", child, "lives elsewhere"]) expect(JSON.stringify(read)).not.toContain(word);
    expect(read).toMatchObject({ body: { steps: [{}, { by: { subject: "ann" }, reason: null }] } });
  });

  test.each([
    ["the service department", ann, 1],
    ["the window of the area", window("339901"), 1],
    ["an auditor", auditor("339900"), 1],
  ])("%s finds it in the person's list", async (_, caller, found) => {
    const office = await applicationOffice();
    await appliedAt(office);

    expect(await office.list(caller, mother)).toMatchObject({
      body: { applications: expect.toSatisfy((all: readonly object[]) => all.length === found) },
    });
  });

  test.each([
    ["another department", verifier("housing", "339902")],
    ["another person", resident(residentOfElsewhere())],
    ["a window of elsewhere", window("339902")],
  ])("for %s it is not there", async (_, caller) => {
    const office = await applicationOffice();
    const applicationNumber = await appliedAt(office);

    expect(await office.list(caller, mother)).toBe("resident-unknown");
    expect(await office.read({ ...caller, residentId: caller.residentId }, applicationNumber)).toBe(
      "application-unknown",
    );
  });
});

describe("the queue", () => {
  test("tells a department what waits for it, with whose it is, and an auditor that of the one they ask for", async () => {
    const office = await applicationOffice();
    const applicationNumber = await appliedAt(office);
    office.calendar.today = date("2024-05-24");

    const place = { applicationNumber, residentId: mother, dueOn: "2024-05-23", overdue: true, contested: false };
    expect(await office.queue(ann)).toMatchObject({ body: { department: "education", places: [place], next: null } });
    const seen = await office.queue(auditor("339900"), { department: "education" });
    expect(seen).toMatchObject({ body: { places: [place] } });
    expect(await office.queue(ann, { area: "339902" })).toMatchObject({ body: { places: [] } });
    await office.accept(ann, applicationNumber);
    expect(await office.queue(ann)).toMatchObject({ body: { places: [] } });
  });

  test.each([
    ["another department's", ann, { department: "housing" }, "department-not-allowed"],
    ["an area that is not theirs", ann, { area: "330100" }, "area-not-allowed"],
    ["whatever an auditor does not name", auditor("339900"), {}, "department-not-allowed"],
  ])("is closed for %s", async (_, caller, query, code) => {
    expect(await (await applicationOffice()).queue(caller, query)).toBe(code);
  });
});

function residentOfElsewhere(): string {
  return `r-${"0".repeat(25)}7`;
}
