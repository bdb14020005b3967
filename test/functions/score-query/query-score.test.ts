import { describe, expect, test } from "vitest";
import { queryScore } from "#functions/score-query/query-score.ts";
import type { Caller } from "#shared/contract/endpoint.ts";
import { queryScoreEndpoint } from "#shared/contract/query-score.ts";
import { ScoreAnswer, ScoreExcerpt } from "#shared/contract/score-answer.ts";
import { date } from "#shared/domain/calendar.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { auditor, resident, verifier, window } from "../../support/calls.ts";
import { area, residentId } from "../../support/people.ts";
import { registerOfPeople } from "../../support/register-of-people.ts";

const county = "339901";

const aRegister = async () => {
  const register = registerOfPeople("2024-06-30");
  const id = await register.register(county);
  await register.policeReport(id, {
    birthDate: date("1990-05-17"),
    residence: [{ from: date("2020-01-15"), to: null, province: area("330000") }],
  });
  await register.permit(id, { type: "issue", eventId: "e1", effectiveOn: "2020-07-15", area: county });
  const query = queryScore(register);
  const ask = async (caller: Caller, asOf?: string, whom: ResidentId = id) => {
    const { body } = await query({
      params: { residentId: whom },
      query: asOf ? { asOf: date(asOf) } : {},
      body: {},
      caller,
    });
    return queryScoreEndpoint.answers[200].body.parse(body);
  };
  const score = async (asOf?: string) => ScoreAnswer.parse(await ask(resident(id), asOf));
  return { register, id, ask, score };
};

describe("a score query", () => {
  test("scores the dossier today, with every line's clause and where its facts came from", async () => {
    const { score } = await aRegister();

    const answer = await score();

    expect(answer).toMatchObject({
      asOf: "2024-06-30",
      status: "effective",
      age: 20,
      education: 5,
      residence: 13.25,
      provincialTotal: 38.25,
      effectiveTotal: 38.25,
      local: { status: "not-published", total: null },
      missing: ["education", "skills", "pension"],
      basis: { dossierVersion: 3, registryRevision: 1, asOf: "2024-06-30" },
    });
    const residence = answer.lines.find(({ code }) => code === "residence");
    expect(residence).toMatchObject({
      clause: { document: "浙政办发〔2023〕38号", source: "三(二)表 居住时间" },
      facts: [
        {
          fact: "residence",
          department: "public-security",
          receivedAt: "2024-06-30T02:00:00.000Z",
          stale: false,
          correctedOn: null,
        },
      ],
      nextChangeOn: "2024-07-15",
      nextPoints: 13.5,
    });
  });

  test("is void in the very next answer after a suspension, and never shows 0 points as a score", async () => {
    const { register, id, score } = await aRegister();

    await register.permit(id, { type: "suspend", eventId: "e2", effectiveOn: "2024-06-30" });

    expect(await score()).toMatchObject({
      status: "void-suspended",
      since: "2024-06-30",
      effectiveTotal: 0,
      total: 38.25,
      statusClause: "居住证使用功能中止或注销时,积分自动失效",
    });
  });

  test("is pending after a restore until a recomputation is recorded, on that very day too", async () => {
    const { register, id, score } = await aRegister();
    await register.recompute(id);
    await register.permit(id, { type: "suspend", eventId: "e2", effectiveOn: "2024-06-30", sequence: 1 });
    await register.permit(id, { type: "restore", eventId: "e3", effectiveOn: "2024-06-30", sequence: 2 });

    const before = await score();
    await register.recompute(id);
    const after = await score();

    expect(before).toMatchObject({ status: "pending-recompute", since: "2024-06-30", effectiveTotal: 0 });
    expect(after).toMatchObject({ status: "effective", effectiveTotal: 38.25 });
  });

  test("a restore that overtook its suspend is pending again once the suspend arrives", async () => {
    const { register, id, score } = await aRegister();
    await register.permit(id, { type: "restore", eventId: "e3", effectiveOn: "2024-06-20" });
    await register.recompute(id);
    const meanwhile = await score();

    await register.permit(id, { type: "suspend", eventId: "e2", effectiveOn: "2024-06-10" });

    expect(meanwhile.status).toBe("effective");
    expect((await score()).status).toBe("pending-recompute");
    await register.recompute(id);
    expect((await score()).status).toBe("effective");
  });

  test("answers past days by the rules of that day, and says which standards exist outside them", async () => {
    const { score } = await aRegister();

    expect(await score("2023-07-26")).toMatchObject({ status: "effective", residence: 10.5 });
    expect(await score("2023-07-25")).toMatchObject({
      status: "policy-not-in-force",
      age: null,
      provincialTotal: null,
      effectiveTotal: 0,
      lines: [],
      nextChangeOn: "2023-07-26",
      standards: [{ code: "zhejiang-common", effectiveFrom: "2023-07-26", validUntil: "2028-07-25" }],
    });
  });

  test("a department silent beyond its interval is flagged stale, and no value changes", async () => {
    const { register, score } = await aRegister();
    const fresh = await score();
    register.setToday("2024-07-08");

    const silent = await score();
    await register.feedDays.heard(area("339900"), "public-security", date("2024-07-02"));
    const heard = await score();

    expect(fresh.stale).toEqual([]);
    expect(silent.stale).toEqual(["public-security"]);
    expect(silent.lines.filter(({ facts }) => facts[0]?.stale).map(({ code }) => code)).toEqual(["age", "residence"]);
    expect(silent.effectiveTotal).toBe(38.25);
    expect(heard.stale).toEqual([]);
  });

  test("warns of a missed endorsement, which by itself suspends nothing", async () => {
    const { register, id, score } = await aRegister();

    await register.permit(id, {
      type: "endorse",
      eventId: "e2",
      effectiveOn: "2023-07-15",
      endorsementDueOn: "2024-06-29",
    });

    expect(await score()).toMatchObject({
      status: "effective",
      warnings: [{ code: "endorsement-overdue", on: "2024-06-29" }],
    });
  });

  test("a birth date that contradicts the identity number is shown as a conflict, and the last that agreed stays", async () => {
    const { register, id, score } = await aRegister();

    await register.policeReport(id, { birthDate: date("1960-05-17"), residence: null }, 2);

    expect(await score()).toMatchObject({
      age: 20,
      missing: ["education", "skills", "pension", "residence"],
      warnings: [{ code: "birth-date-contradicts-identity-number", on: "2024-06-30" }],
    });
  });
});

describe("who may read a score", () => {
  test("the resident, and window and auditor of the area, its city and the province", async () => {
    const { id, ask } = await aRegister();

    for (const caller of [resident(id), window(county), window("339900"), auditor("330000")]) {
      expect(await ask(caller)).toMatchObject({ effectiveTotal: 38.25 });
    }
  });

  test("to everyone else unknown and forbidden look the same", async () => {
    const { ask } = await aRegister();
    const unknown = residentId(99);

    for (const caller of [resident(unknown), window("339902"), window("3399"), auditor("1339901", "33990"), window()]) {
      await expect(ask(caller)).rejects.toMatchObject({ code: "resident-unknown" });
    }
    await expect(ask(window(county), undefined, unknown)).rejects.toMatchObject({ code: "resident-unknown" });
  });

  test("a verifier sees the lines of their own department and no totals", async () => {
    const { ask } = await aRegister();

    const excerpt = ScoreExcerpt.parse(await ask(verifier("public-security", county)));

    expect(excerpt.lines.map(({ code }) => code)).toEqual(["age", "residence"]);
    expect(excerpt.missing).toEqual([]);
    expect(JSON.stringify(excerpt)).not.toContain("38.25");
  });

  test("a verifier without a department is refused before anything is read", async () => {
    const { ask } = await aRegister();

    await expect(ask(verifier("", county), undefined, residentId(99))).rejects.toMatchObject({
      code: "department-not-allowed",
    });
  });

  test("being a resident elsewhere widens no verifier's view", async () => {
    const { ask } = await aRegister();
    const both = {
      ...verifier("education", county),
      roles: ["verifier", "resident"] as const,
      residentId: residentId(50),
    };

    const answer = await ask(both);

    expect(answer).toMatchObject({ excerptFor: "education" });
  });
});
