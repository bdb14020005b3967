import { describe, expect, test } from "vitest";
import { feed } from "#test/support/calls.ts";
import { bachelor, intake, master, type Sent } from "#test/support/intake.ts";
import { area, residentId } from "#test/support/people.ts";

const record = (person: string, sourceVersion: number, ...education: readonly Sent[]) => ({
  kind: "facts",
  residentId: person,
  recordId: `r${sourceVersion}`,
  sourceVersion,
  facts: { education },
});

describe("a batch", () => {
  test("is taken in record by record, each answered with its row", async () => {
    const { aResident, residents, submit } = await intake();
    const [one, other] = [await aResident(), await aResident()];

    const reply = await submit("education", [
      record(one, 1, bachelor),
      record(one, 2, master),
      record(other, 1),
      record(one, 1, bachelor),
      record(other, 2),
    ]);

    expect(reply).toEqual({
      status: 200,
      body: {
        batchId: "b1",
        state: "accepted",
        counts: { records: 5, applied: 3, unchanged: 1, waiting: 0, duplicate: 1, superseded: 0, refused: 0 },
        records: [
          { row: 0, outcome: "applied" },
          { row: 1, outcome: "applied" },
          { row: 2, outcome: "applied" },
          { row: 3, outcome: "duplicate" },
          { row: 4, outcome: "unchanged" },
        ],
      },
    });
    expect((await residents.read(one))?.departments.education?.facts).toEqual({ education: [master] });
  });

  test("may carry permit events of public security, in any order", async () => {
    const { aResident, submit } = await intake();
    const person = await aResident();
    const event = (eventId: string, type: string, effectiveOn: string, more: Sent = {}) => ({
      kind: "permit-event",
      residentId: person,
      event: { eventId, permitId: "p1", type, effectiveOn, ...more },
    });

    const { body } = await submit("public-security", [
      event("e2", "suspend", "2024-02-01"),
      event("e1", "issue", "2024-01-01", { area: "339901" }),
      event("e3", "suspend", "2023-12-01"),
      event("e4", "restore", "2024-03-01"),
    ]);

    expect(body).toMatchObject({
      records: [
        { row: 0, outcome: "waiting", waitsFor: "issue" },
        { row: 1, outcome: "applied" },
        { row: 2, outcome: "refused", refusal: { code: "event-never-lawful" } },
        { row: 3, outcome: "applied" },
      ],
    });
  });

  test("goes on past every row that is refused, and says why", async () => {
    const { aResident, submit } = await intake();
    const [person, elsewhere] = [await aResident(), await aResident("339902")];

    const { status, body } = await submit("education", [
      "nothing",
      { ...record(person, 1), facts: { education: [{ ...bachelor, level: "wizard" }], skills: [] } },
      record(residentId(7), 1),
      record(elsewhere, 1),
      record(person, 5, bachelor),
      { ...record(person, 5, master), recordId: "other" },
      { ...record(person, 5, master) },
      { kind: "permit-event", residentId: person, event: {} },
      record(person, 6, ...Array(1000).fill({ ...bachelor, id: "x".repeat(64) })),
      record(person, 4, bachelor),
    ]);

    const refused = (row: number, code: string, fields?: readonly string[]) => ({
      row,
      outcome: "refused",
      refusal: {
        code,
        detail: expect.stringMatching(/.{20,}/),
        ...(fields && { errors: fields.map((field) => ({ field, detail: expect.any(String) })) }),
      },
    });
    expect(status).toBe(200);
    expect((body as { records: unknown }).records).toEqual([
      refused(0, "invalid-request", ["$"]),
      refused(1, "invalid-request", ["facts.education[0].level", "facts.skills"]),
      refused(2, "resident-unknown"),
      refused(3, "resident-unknown"),
      { row: 4, outcome: "applied" },
      refused(5, "source-version-reused"),
      refused(6, "record-id-reused"),
      expect.objectContaining(refused(7, "invalid-request", ["kind", "recordId", "sourceVersion", "facts", "event"])),
      refused(8, "dossier-too-large"),
      { row: 9, outcome: "superseded" },
    ]);
  });

  test("lists no more than 20 offending fields of a record", async () => {
    const { aResident, submit } = await intake();

    const { body } = await submit("education", [
      record(await aResident(), 1, ...Array.from({ length: 100 }, () => ({ ...bachelor, level: "wizard" }))),
    ]);

    const { records } = body as { records: readonly [{ refusal: { errors: readonly unknown[] } }] };
    expect(records[0].refusal.errors).toHaveLength(20);
  });

  test("of another department, or for an area that is not the sender's, is refused as a whole", async () => {
    const { submit } = await intake();

    const refused = await Promise.allSettled([
      submit("education", [], {}, feed("hrss", "339900")),
      submit("education", [], { area: "339900" }, feed("education", "339901")),
    ]);

    expect(refused).toMatchObject([
      { reason: { code: "department-not-allowed", details: { department: "education" } } },
      { reason: { code: "area-not-allowed", details: { area: "339900" } } },
    ]);
  });

  test("for one county reaches nobody elsewhere, though its sender might", async () => {
    const { aResident, submit } = await intake();
    const elsewhere = await aResident("339902");

    const { body } = await submit("education", [record(elsewhere, 1)], { area: "339901" }, feed("education", "330000"));

    expect(body).toMatchObject({ records: [{ refusal: { code: "resident-unknown" } }] });
  });
});

test("each person of a batch is read once, and each change is one write", async () => {
  const calls: string[] = [];
  const { aResident, submit } = await intake((residents) => ({
    ...residents,
    read: async (residentId) => {
      calls.push("read");
      return residents.read(residentId);
    },
    append: async (...change) => {
      calls.push("append");
      return residents.append(...change);
    },
  }));
  const [one, other] = [await aResident(), await aResident()];
  calls.length = 0;

  await submit("education", [record(one, 1, bachelor), record(one, 2, master), record(one, 3), record(other, 1)]);

  expect(calls.toSorted()).toEqual(["append", "append", "append", "append", "read", "read"]);
});

describe("a batch sent again", () => {
  test("gets the same answer and applies nothing twice", async () => {
    const { aResident, residents, submit } = await intake();
    const person = await aResident();
    const records = [record(person, 1, bachelor), record(residentId(7), 1)];
    const first = await submit("education", records);

    const again = await submit("education", records);

    expect(again).toEqual(first);
    expect(await residents.readChanges(person)).toHaveLength(2);
  });

  test("several times at once gets the same answer each time", async () => {
    const { aResident, residents, submit } = await intake();
    const people = [await aResident(), await aResident(), await aResident()];
    const records = people.map((person) => record(person, 1, bachelor));

    const replies = await Promise.all(Array.from({ length: 4 }, () => submit("education", records)));

    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    const changes = await Promise.all(people.map((person) => residents.readChanges(person)));
    expect(changes.map((own) => own.length)).toEqual([2, 2, 2]);
  });

  test.each([
    ["other records", [], {}],
    ["another area", [record(residentId(7), 1)], { area: "339900" }],
  ])("with %s is refused", async (_, records, body) => {
    const { submit } = await intake();
    await submit("education", [record(residentId(7), 1)]);

    await expect(submit("education", records, body)).rejects.toMatchObject({ code: "batch-id-reused" });
  });

  test("by another department is another batch", async () => {
    const { submit } = await intake();
    await submit("education", [record(residentId(7), 1)]);

    expect(await submit("hrss", [])).toMatchObject({ status: 200 });
  });
});

describe("a source that was heard", () => {
  test("is heard on the day of receipt, for the batch's area", async () => {
    const { aResident, feedDays, submit } = await intake();

    await submit("education", [record(await aResident(), 1)]);

    expect(await feedDays.lastHeard(area("339901"))).toEqual({ education: "2024-06-30" });
    expect(await feedDays.lastHeard(area("339902"))).toEqual({});
  });

  test("may say that there is nothing new", async () => {
    const { feedDays, submit } = await intake();

    await submit("hrss", [], { area: "339900" });

    expect(await feedDays.lastHeard(area("339902"))).toEqual({ hrss: "2024-06-30" });
  });

  test("is as good as silent when all that it sends is refused", async () => {
    const { feedDays, submit } = await intake();

    await submit("education", [record(residentId(7), 1), "nothing"]);

    expect(await feedDays.lastHeard(area("339901"))).toEqual({});
  });
});
