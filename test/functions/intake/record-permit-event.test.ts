import { describe, expect, test } from "vitest";
import { Refusal } from "#shared/domain/refusal.ts";
import { feed } from "#test/support/calls.ts";
import { intake } from "#test/support/intake.ts";
import { residentId } from "#test/support/people.ts";

const issue = { eventId: "issued", type: "issue", area: "339901", effectiveOn: "2024-01-01" };
const suspend = { eventId: "suspended", type: "suspend", effectiveOn: "2024-03-01" };
const restore = { eventId: "restored", type: "restore", effectiveOn: "2024-05-01" };
const cancel = { eventId: "cancelled", type: "cancel", effectiveOn: "2024-06-01" };

describe("a permit event", () => {
  test("that fits takes part", async () => {
    const { aResident, permitEvent, residents } = await intake();
    const person = await aResident();

    const reply = await permitEvent(person, issue);

    expect(reply).toEqual({ status: 201, body: { eventId: "issued", outcome: "applied", dossierVersion: 2 } });
    expect((await residents.read(person))?.permitEvents).toEqual([{ event: { permitId: "p1", ...issue }, version: 2 }]);
  });

  test("of a permit not yet known waits for its issue", async () => {
    const { aResident, permitEvent } = await intake();

    const reply = await permitEvent(await aResident(), suspend);

    expect(reply).toMatchObject({ status: 202, body: { outcome: "waiting", waitsFor: "issue", dossierVersion: 2 } });
  });

  test("that overtook its suspend waits for it, and takes part once it is there", async () => {
    const { aResident, permitEvent } = await intake();
    const person = await aResident();
    await permitEvent(person, issue);

    const overtaking = await permitEvent(person, restore);
    const waiting = await permitEvent(person, restore);
    await permitEvent(person, suspend);
    const fitting = await permitEvent(person, restore);

    expect(overtaking).toMatchObject({ status: 202, body: { outcome: "waiting", waitsFor: "suspend" } });
    expect(waiting).toMatchObject({
      status: 200,
      body: { outcome: "duplicate", waitsFor: "suspend", dossierVersion: 3 },
    });
    expect(fitting).toEqual({ status: 200, body: { eventId: "restored", outcome: "duplicate", dossierVersion: 4 } });
  });

  test("sent again is a duplicate, and stored once", async () => {
    const { aResident, permitEvent, residents } = await intake();
    const person = await aResident();
    await permitEvent(person, issue);

    const again = await permitEvent(person, issue);

    expect(again).toMatchObject({ status: 200, body: { outcome: "duplicate", dossierVersion: 2 } });
    expect(await residents.readChanges(person)).toHaveLength(2);
  });

  test("sent several times at once is stored once", async () => {
    const { aResident, permitEvent, residents } = await intake();
    const person = await aResident();

    const replies = await Promise.all(Array.from({ length: 6 }, () => permitEvent(person, issue)));

    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 201]);
    expect((await residents.read(person))?.permitEvents).toHaveLength(1);
  });

  test("may take effect on a day ahead", async () => {
    const { aResident, permitEvent } = await intake();
    const person = await aResident();
    await permitEvent(person, issue);

    expect(await permitEvent(person, { ...suspend, effectiveOn: "2025-03-01" })).toMatchObject({ status: 201 });
  });

  test("that moves a person away may be sent again by whoever sent it", async () => {
    const { aResident, permitEvent } = await intake();
    const person = await aResident();
    const own = feed("public-security", "339901");
    const move = { eventId: "moved", type: "move", area: "339902", effectiveOn: "2024-06-01" };
    await permitEvent(person, issue, own);

    const replies = [await permitEvent(person, move, own), await permitEvent(person, move, own)];

    expect(replies).toMatchObject([
      { status: 201, body: { outcome: "applied" } },
      { status: 200, body: { outcome: "duplicate" } },
    ]);
    await expect(permitEvent(person, { ...suspend, effectiveOn: "2024-06-02" }, own)).rejects.toMatchObject({
      code: "resident-unknown",
    });
    await expect(permitEvent(person, { ...move, area: "339903" }, own)).rejects.toMatchObject({
      code: "resident-unknown",
    });
  });

  test("after a cancel, that issues a new permit elsewhere comes from the county that issues it", async () => {
    const { aResident, permitEvent } = await intake();
    const person = await aResident();
    await permitEvent(person, issue, feed("public-security", "339901"));
    const cancel = { eventId: "cancelled", type: "cancel", effectiveOn: "2024-05-01" };
    await permitEvent(person, cancel, feed("public-security", "339901"));

    const second = { ...issue, eventId: "second", permitId: "p2", area: "339902", effectiveOn: "2024-05-02" };
    const issued = await permitEvent(person, second, feed("public-security", "339902"));

    expect(issued).toMatchObject({ status: 201, body: { outcome: "applied" } });
  });

  test("that converts a permit comes from the county that issues the new one", async () => {
    const { aResident, permitEvent } = await intake();
    const person = await aResident();
    await permitEvent(person, issue, feed("public-security", "339901"));
    const convert = { eventId: "converted", type: "convert", newPermitId: "p2", effectiveOn: "2024-06-01" };

    const converted = await permitEvent(person, { ...convert, area: "339902" }, feed("public-security", "339902"));

    expect(converted).toMatchObject({ status: 201, body: { outcome: "applied" } });
  });

  test("that would lead out of the province is refused, whoever sends it", async () => {
    const { aResident, permitEvent } = await intake();
    const person = await aResident();
    await permitEvent(person, issue);

    const move = { eventId: "mistyped", type: "move", area: "110101", effectiveOn: "2024-06-01" };
    const refused = permitEvent(person, move, feed("public-security", "330000"));

    await expect(refused).rejects.toMatchObject({ code: "area-not-allowed", details: { area: "110101" } });
  });

  test("that comes late comes from the county that held the permit on its day", async () => {
    const { aResident, permitEvent } = await intake();
    const person = await aResident();
    const own = feed("public-security", "339901");
    await permitEvent(person, issue, own);
    await permitEvent(person, { eventId: "moved", type: "move", area: "339902", effectiveOn: "2024-06-01" }, own);

    const late = await permitEvent(person, { ...suspend, effectiveOn: "2024-05-31" }, own);

    expect(late).toMatchObject({ status: 201, body: { outcome: "applied" } });
  });

  test("converts a permit without a void between, and the old one takes nothing more", async () => {
    const { aResident, permitEvent } = await intake();
    const person = await aResident();
    await permitEvent(person, issue);
    const convert = {
      eventId: "converted",
      type: "convert",
      newPermitId: "p2",
      area: "339902",
      effectiveOn: "2024-06-01",
    };

    const converted = await permitEvent(person, convert);
    const suspended = await permitEvent(person, { ...suspend, permitId: "p2", effectiveOn: "2024-06-02" });
    const late = permitEvent(person, { ...restore, permitId: "p1", effectiveOn: "2024-06-02" });

    expect([converted.status, suspended.status]).toEqual([201, 201]);
    await expect(late).rejects.toMatchObject({ code: "event-never-lawful", details: { because: "after-cancel" } });
  });

  test("may issue a new permit after a cancel", async () => {
    const { aResident, permitEvent } = await intake();
    const person = await aResident();
    await permitEvent(person, issue);
    await permitEvent(person, cancel);

    const reply = await permitEvent(person, { ...issue, eventId: "again", permitId: "p2", effectiveOn: "2024-06-01" });

    expect(reply.status).toBe(201);
  });
});

describe("a permit event is refused", () => {
  test.each([
    ["before the issue of its permit", { ...suspend, effectiveOn: "2023-12-31" }, "before-issue"],
    ["after the cancel of its permit", { ...suspend, effectiveOn: "2024-06-02" }, "after-cancel"],
  ])("%s, and leaves no trace", async (_, event, because) => {
    const { aResident, permitEvent, residents } = await intake();
    const person = await aResident();
    await permitEvent(person, issue);
    await permitEvent(person, cancel);

    const refused = permitEvent(person, event);

    await expect(refused).rejects.toMatchObject({
      code: "event-never-lawful",
      details: { eventId: "suspended", because },
    });
    expect((await residents.read(person))?.version).toBe(3);
  });

  test("where its id was used for another, of whichever permit", async () => {
    const { aResident, permitEvent } = await intake();
    const person = await aResident();
    await permitEvent(person, issue);

    const refused = permitEvent(person, { ...issue, permitId: "p2" });

    await expect(refused).rejects.toMatchObject({ code: "event-id-reused", details: { eventId: "issued" } });
  });

  test("for an unknown person and for one of another area with the same words", async () => {
    const { aResident, permitEvent } = await intake();
    const elsewhere = await aResident("339902");

    const refused = await Promise.allSettled(
      [residentId(7), elsewhere].map((id) => permitEvent(id, suspend, feed("public-security", "339901"))),
    );

    expect(refused.map((one) => one.status === "rejected" && one.reason)).toEqual([
      new Refusal("resident-unknown", { residentId: residentId(7) }),
      new Refusal("resident-unknown", { residentId: elsewhere }),
    ]);
  });

  test("from any other department", async () => {
    const { aResident, permitEvent } = await intake();

    const refused = permitEvent(await aResident(), issue, feed("education", "339900"));

    await expect(refused).rejects.toMatchObject({ code: "department-not-allowed" });
  });

  test("where it issues a permit of an area that is not the sender's", async () => {
    const { aResident, permitEvent } = await intake();

    const refused = permitEvent(await aResident(), { ...issue, area: "339902" }, feed("public-security", "339901"));

    await expect(refused).rejects.toMatchObject({ code: "area-not-allowed", details: { area: "339902" } });
  });
});
