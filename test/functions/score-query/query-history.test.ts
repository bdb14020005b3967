import { describe, expect, test } from "vitest";
import { queryHistory } from "#functions/score-query/query-history.ts";
import type { Caller } from "#shared/contract/endpoint.ts";
import { queryHistoryEndpoint } from "#shared/contract/query-history.ts";
import { date } from "#shared/domain/calendar.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { resident, verifier, window } from "../../support/calls.ts";
import { area } from "../../support/people.ts";
import { aPermitHolder, type Register } from "../../support/permit-holder.ts";
import { registerOfPeople } from "../../support/register-of-people.ts";
import { publish, zhejiang } from "../../support/standards.ts";

const county = "339901";

const aHistory = async () => {
  const register = registerOfPeople("2024-06-30");
  const id = await register.register(county);
  await register.recompute(id);
  await register.policeReport(id, {
    birthDate: date("1990-05-17"),
    residence: [{ from: date("2020-01-15"), to: null, province: area("330000") }],
  });
  await register.permit(id, { type: "issue", eventId: "e1", effectiveOn: "2020-07-15", area: county });
  await register.recompute(id);
  register.setToday("2024-07-01");
  await register.recompute(id);
  await register.permit(id, { type: "suspend", eventId: "e2", effectiveOn: "2024-07-01" });
  await register.recompute(id);
  const query = queryHistory(register);
  const ask = async (caller: Caller, page: { limit: number; cursor?: string } = { limit: 20 }) => {
    const { body } = await query({ params: { residentId: id }, query: page, body: {}, caller });
    return queryHistoryEndpoint.answers[200].body.parse(body);
  };
  return { id, ask };
};

test("tells each change, the newest first, with the lines that changed and the events behind it", async () => {
  const { id, ask } = await aHistory();

  const { entries, next } = await ask(resident(id));

  expect(next).toBeNull();
  expect(entries).toMatchObject([
    {
      asOf: "2024-07-01",
      status: "void-suspended",
      effectiveTotal: 0,
      previous: { status: "effective", effectiveTotal: 38.25 },
      changes: [],
      events: [{ what: "permit-suspended", effectiveOn: "2024-07-01", dossierVersion: 4, department: null }],
    },
    {
      asOf: "2024-06-30",
      status: "effective",
      previous: { status: "no-permit", effectiveTotal: 0 },
      changes: [
        { code: "age", from: 0, to: 20 },
        { code: "residence", from: 0, to: 13.25 },
      ],
      events: [
        { what: "facts-reported", department: "public-security" },
        { what: "permit-issued", effectiveOn: "2020-07-15" },
      ],
    },
    { status: "no-permit", previous: null, events: [{ what: "resident-registered" }] },
  ]);
});

test("goes on where the page before ended", async () => {
  const { id, ask } = await aHistory();

  const first = await ask(resident(id), { limit: 2 });
  const second = await ask(resident(id), { limit: 2, cursor: first.next ?? "" });

  expect(first.entries.map(({ status }) => status)).toEqual(["void-suspended", "effective"]);
  expect(second.entries.map(({ status }) => status)).toEqual(["no-permit"]);
  expect(second.next).toBeNull();
});

test("shows a verifier their own department's lines and events, and no totals", async () => {
  const { ask } = await aHistory();

  const { entries } = await ask(verifier("hrss", county));

  expect(entries.map(({ effectiveTotal, events }) => [effectiveTotal, events])).toEqual([
    [null, []],
    [null, []],
    [null, []],
  ]);
  expect(entries.flatMap(({ changes }) => changes.map(({ code }) => code))).toEqual(["skill", "social-insurance"]);
});

test("is not told to who may not see the person", async () => {
  const { ask } = await aHistory();

  await expect(ask(window("339902"))).rejects.toMatchObject({ code: "resident-unknown" });
});

test("has no page for a score that was never recorded", async () => {
  const register = registerOfPeople("2024-06-30");
  const id = await register.register(county);

  const { body } = await queryHistory(register)({
    params: { residentId: id },
    query: { limit: 20 },
    body: {},
    caller: resident(id),
  });

  expect(body).toEqual({ residentId: id, entries: [], next: null });
});

describe("the events behind a step", () => {
  const told = async (register: Register, id: ResidentId) => {
    const { body } = await queryHistory(register)({
      params: { residentId: id },
      query: { limit: 20 },
      body: {},
      caller: resident(id),
    });
    const { entries } = queryHistoryEndpoint.answers[200].body.parse(body);
    return entries.map(({ cause, status, events }) => [cause, status, events.map(({ what }) => what)]);
  };

  test("are also permit events that were known before and took effect by the calendar", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-07-10" });
    await register.permit(id, { type: "restore", eventId: "restore", effectiveOn: "2024-07-20" });
    await register.recompute(id, "dossier-changed");
    for (const night of ["2024-07-10", "2024-07-20"]) {
      register.setToday(night);
      await register.recompute(id, "night");
    }

    expect(await told(register, id)).toEqual([
      ["night", "effective", ["permit-restored"]],
      ["night", "void-suspended", ["permit-suspended"]],
      ["dossier-changed", "effective", ["resident-registered", "permit-issued", "permit-suspended", "permit-restored"]],
    ]);
  });

  test("are those of one page alone, whatever came before it", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-07-10" });
    await register.recompute(id, "dossier-changed");
    register.setToday("2024-07-10");
    await register.recompute(id, "night");

    const { body } = await queryHistory(register)({
      params: { residentId: id },
      query: { limit: 1 },
      body: {},
      caller: resident(id),
    });

    expect(body.entries).toMatchObject([{ events: [{ what: "permit-suspended", dossierVersion: 3 }] }]);
  });

  test("leave out a permit event that still waits for another, or is never to take part", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await register.permit(id, { type: "restore", eventId: "restore", effectiveOn: "2024-07-10" });
    await register.permit(id, { type: "cancel", eventId: "cancel", effectiveOn: "2024-07-10", sequence: 2 });
    await register.recompute(id, "dossier-changed");
    register.setToday("2024-07-11");
    await register.recompute(id, "night");

    expect((await told(register, id))[0]).toEqual(["night", "void-cancelled", ["permit-cancelled"]]);
  });

  test("none at all where only the standards changed, which the step says", async () => {
    const standards = publish(zhejiang({ validUntil: "2024-06-30" }), zhejiang({ effectiveFrom: "2024-07-01" }));
    const { register, id } = await aPermitHolder("2024-06-30", standards);
    await register.recompute(id);
    register.setToday("2024-07-01");
    await register.recompute(id, "rules-changed");

    const { body } = await queryHistory(register)({
      params: { residentId: id },
      query: { limit: 20 },
      body: {},
      caller: resident(id),
    });

    expect(body.entries).toMatchObject([
      { cause: "rules-changed", changes: [], events: [], standardsChanged: true },
      { cause: "requested", standardsChanged: false },
    ]);
  });
});
