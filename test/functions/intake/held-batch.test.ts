import { describe, expect, test } from "vitest";
import { bachelor, intake, master, type Sent } from "#test/support/intake.ts";
import { area, residentId } from "#test/support/people.ts";

const record = (residentId: string, sourceVersion: number, education: readonly Sent[] | null) => ({
  kind: "facts",
  residentId,
  recordId: `r${sourceVersion}`,
  sourceVersion,
  facts: { education },
});

/** So many people of whom diplomas are known, and a feed that broke. */
const aRegister = async (count: number) => {
  const all = await intake();
  const people: string[] = [];
  for (let number = 0; number < count; number++) people.push(await all.aResident());
  await all.submit(
    "education",
    people.map((person) => record(person, 1, [bachelor])),
    { batchId: "before" },
  );
  all.setToday("2024-07-01");
  const diplomasOf = async (person: string | undefined) =>
    (await all.residents.read(person as never))?.departments.education?.facts.education;
  return { ...all, people, diplomasOf };
};

describe("a batch that would empty too much", () => {
  test.each([
    ["into knowing that there is none", []],
    ["into knowing nothing", null],
  ])("%s is held, and nothing of it is taken in", async (_, nothing) => {
    const { diplomasOf, feedDays, people, submit } = await aRegister(12);

    const reply = await submit("education", [
      ...people.map((person) => record(person, 2, nothing)),
      "no record",
      record(residentId(7777), 2, []),
    ]);

    expect(reply).toEqual({
      status: 202,
      body: { batchId: "b1", state: "held", forecast: { records: 14, touched: 12, emptied: 12, refused: 2 } },
    });
    expect(await Promise.all(people.map(diplomasOf))).toEqual(Array(12).fill([bachelor]));
    expect(await feedDays.lastHeard(area("339901"))).toEqual({ education: "2024-06-30" });
  });

  test("sent again gets the same answer", async () => {
    const { people, submit } = await aRegister(12);
    const records = people.map((person) => record(person, 2, []));
    const first = await submit("education", records);

    expect(await submit("education", records)).toEqual(first);
  });

  test.each([
    ["fewer than ten", 9, 0],
    ["no more than 5 %", 11, 209],
  ])("is let through where it is %s", async (_, emptied, kept) => {
    const { people, submit } = await aRegister(emptied + kept);
    const records = people.map((person, at) => record(person, 2, at < emptied ? [] : [master]));

    expect((await submit("education", records)).status).toBe(200);
  });

  test("is not let through for all that it carries besides and that touches nothing", async () => {
    const { people, report, submit } = await aRegister(240);
    await report(people[239] as never, "education", {
      recordId: "r9",
      sourceVersion: 9,
      facts: { education: [master] },
    });
    const duplicates = people.slice(10, 239).map((person) => record(person, 1, [bachelor]));
    const emptying = people.slice(0, 10).map((person) => record(person, 2, []));

    const reply = await submit("education", [
      ...duplicates,
      record(people[239] ?? "", 2, []),
      ...emptying,
      "no record",
    ]);

    expect(reply).toMatchObject({
      status: 202,
      body: { forecast: { records: 241, touched: 10, emptied: 10, refused: 1 } },
    });
  });

  test("empties each person once, however many of its records do", async () => {
    const { people, submit } = await aRegister(5);
    const emptying = [2, 3, 4].flatMap((version) => people.map((person) => record(person, version, [])));

    expect((await submit("education", emptying)).status).toBe(200);
  });

  test("is held for a birth date that would be gone, too", async () => {
    const { aResident, submit } = await intake();
    const people = await Promise.all(Array.from({ length: 10 }, () => aResident()));
    const birth = (sourceVersion: number, birthDate: string | null) =>
      people.map((residentId) => ({
        kind: "facts",
        residentId,
        recordId: `r${sourceVersion}`,
        sourceVersion,
        facts: { birthDate, residence: null },
      }));
    await submit("public-security", birth(1, "1990-05-17"), { batchId: "before" });

    const replies = [
      await submit("public-security", birth(2, "1991-05-17"), { batchId: "contradicting" }),
      await submit("public-security", birth(3, null), { batchId: "emptying" }),
    ];

    expect(replies.map(({ status }) => status)).toEqual([200, 202]);
  });
});

describe("an operator who releases a held batch", () => {
  test("sees counts only; the feed gets the answer to each record", async () => {
    const { diplomasOf, feedDays, people, release, setToday, submit } = await aRegister(12);
    const records = [...people.map((person) => record(person, 2, [])), "no record"];
    await submit("education", records);
    setToday("2024-07-03");

    const released = await release("education");
    const answered = await submit("education", records);

    const counts = { records: 13, applied: 12, unchanged: 0, waiting: 0, duplicate: 0, superseded: 0, refused: 1 };
    expect(released).toEqual({ status: 200, body: { batchId: "b1", state: "released", counts } });
    expect(answered).toMatchObject({ status: 200, body: { state: "released", counts } });
    expect((answered.body as { records: readonly unknown[] }).records).toHaveLength(13);
    expect(await diplomasOf(people[0])).toEqual([]);
    expect(await feedDays.lastHeard(area("339901"))).toEqual({ education: "2024-07-01" });
  });

  test("overwrites nothing that has become newer", async () => {
    const { diplomasOf, people, release, report, submit } = await aRegister(12);
    await submit(
      "education",
      people.map((person) => record(person, 2, [])),
    );
    await report(people[0] as never, "education", { recordId: "r3", sourceVersion: 3, facts: { education: [master] } });

    const { body } = await release("education");

    expect(body).toMatchObject({ counts: { applied: 11, superseded: 1 } });
    expect(await diplomasOf(people[0])).toEqual([master]);
  });

  test("lets nothing in that lay ahead when the batch came", async () => {
    const { aResident, release, setToday, submit } = await intake();
    const people = await Promise.all(Array.from({ length: 12 }, () => aResident()));
    const skills = (sourceVersion: number, ...certificates: readonly Sent[]) =>
      people.map((person) => ({
        ...record(person, sourceVersion, []),
        facts: { skills: certificates, pension: null },
      }));
    await submit("hrss", skills(1, { kind: "special-skill", issuedOn: "2024-06-01" }), { batchId: "before" });
    const [first, ...others] = skills(2);
    const ahead = { ...first, facts: { skills: [{ kind: "special-skill", issuedOn: "2024-07-01" }], pension: null } };
    await submit("hrss", [ahead, ...others]);
    setToday("2024-07-02");

    expect((await release("hrss")).body).toMatchObject({ counts: { applied: 11, refused: 1 } });
  });

  test("writes changes in the feed's name, as of the moment they are made", async () => {
    const { people, release, residents, setToday, submit } = await aRegister(12);
    await submit(
      "education",
      people.map((person) => record(person, 2, [])),
    );
    setToday("2024-07-03");

    await release("education");

    const change = (await residents.readChanges(people[0] as never)).at(-1);
    expect(change).toMatchObject({ receivedAt: "2024-07-03T02:00:00.000Z", by: "somebody" });
  });

  test("may do so twice, also at once, and gets the same answer", async () => {
    const { batches, people, release, residents, submit } = await aRegister(12);
    await submit(
      "education",
      people.map((person) => record(person, 2, [])),
    );

    const replies = [...(await Promise.all([release("education"), release("education")])), await release("education")];

    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(await residents.readChanges(people[0] as never)).toHaveLength(3);
    expect(await batches.readRows({ department: "education", batchId: "b1" })).toEqual([]);
  });
});

describe("an operator who drops a held batch", () => {
  test("keeps counts only, and nothing is taken in", async () => {
    const { batches, diplomasOf, drop, people, submit } = await aRegister(12);
    const records = people.map((person) => record(person, 2, []));
    await submit("education", records);

    const dropped = await drop("education");
    const again = [await drop("education"), await submit("education", records)];

    const forecast = { records: 12, touched: 12, emptied: 12, refused: 0 };
    expect(dropped).toEqual({ status: 200, body: { batchId: "b1", state: "dropped", forecast } });
    expect(again).toEqual([dropped, dropped]);
    expect(await diplomasOf(people[0])).toEqual([bachelor]);
    expect(await batches.readRows({ department: "education", batchId: "b1" })).toEqual([]);
    expect(await batches.read({ department: "education", batchId: "b1" })).toMatchObject({
      decidedBy: "somebody",
      decidedAt: "2024-07-01T02:00:00.000Z",
    });
  });
});

describe("a decision is refused", () => {
  test("on a batch that nobody sent", async () => {
    const { drop, release } = await intake();

    await expect(release("education")).rejects.toMatchObject({ code: "batch-unknown", details: { batchId: "b1" } });
    await expect(drop("education")).rejects.toMatchObject({ code: "batch-unknown" });
  });

  test("on a batch that was never held", async () => {
    const { drop, release, submit } = await intake();
    await submit("education", []);

    await expect(release("education")).rejects.toMatchObject({
      code: "batch-not-held",
      details: { state: "accepted" },
    });
    await expect(drop("education")).rejects.toMatchObject({ code: "batch-not-held", details: { state: "accepted" } });
  });

  test("where the other one was taken", async () => {
    const { drop, people, release, submit } = await aRegister(12);
    await submit(
      "education",
      people.map((person) => record(person, 2, [])),
      { batchId: "one" },
    );
    await submit(
      "education",
      people.map((person) => record(person, 3, [])),
      { batchId: "other" },
    );
    await release("education", "one");
    await drop("education", "other");

    await expect(drop("education", "one")).rejects.toMatchObject({ details: { state: "released" } });
    await expect(release("education", "other")).rejects.toMatchObject({ details: { state: "dropped" } });
  });
});
