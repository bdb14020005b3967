import { beforeAll, expect, test } from "vitest";
import { county, intakeOverHttp, workersFacts } from "../support/intake-over-http.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem();
let intake: Awaited<ReturnType<typeof intakeOverHttp>>;
let window: string;
let operator: string;

beforeAll(async () => {
  // nobody recomputes but who is asked to; what the feed does by itself is in keeping-true.test.ts
  await system.local("POST", "/local/feed", { running: false });
  await system.clock("2024-06-30");
  intake = await intakeOverHttp(system);
  window = await system.token("window", { areas: [county] });
  operator = await system.token("operator");
});

const score = async (residentId: string, token = window, asOf = "") =>
  (await system.api("GET", `/v1/residents/${residentId}/score${asOf && `?asOf=${asOf}`}`, { token })).body;

const recompute = (residentId: string) =>
  system.api("POST", "/v1/recomputations", { token: operator, body: { residentId } });

test("a score lives: void at a suspension, pending after the restore, effective once recomputed, and history says why", async () => {
  const residentId = await intake.permitHolder();
  const own = await system.token("resident", { residentId });
  const effective = await score(residentId, own);
  await recompute(residentId);

  await intake.permit(residentId, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-30", sequence: 1 });
  const suspended = await score(residentId, own);
  await intake.permit(residentId, { type: "restore", eventId: "restore", effectiveOn: "2024-06-30", sequence: 2 });
  const restored = await score(residentId, own);
  const { body: job } = await recompute(residentId);
  const recomputed = await score(residentId, own);
  const { body: history } = await system.api("GET", `/v1/residents/${residentId}/score/history`, { token: own });
  const { body: asked } = await system.api("GET", `/v1/recomputations/${job.jobId}`, { token: operator });

  expect(effective).toMatchObject({ status: "effective", age: 20, education: 8, skill: 5, socialInsurance: 20 });
  expect(effective).toMatchObject({ residence: 16, provincialTotal: 69, effectiveTotal: 69, missing: [] });
  for (const line of effective.lines) expect(line.clause).toMatchObject({ document: "浙政办发〔2023〕38号" });
  expect(suspended).toMatchObject({ status: "void-suspended", since: "2024-06-30", effectiveTotal: 0, total: 69 });
  expect(restored).toMatchObject({ status: "pending-recompute", effectiveTotal: 0, total: 69 });
  expect(recomputed).toMatchObject({ status: "effective", effectiveTotal: 69 });
  expect(asked).toEqual(job);
  expect(history.entries).toMatchObject([
    {
      status: "effective",
      cause: "requested",
      previous: { status: "pending-recompute", effectiveTotal: 0 },
      events: [{ what: "permit-suspended" }, { what: "permit-restored", effectiveOn: "2024-06-30" }],
    },
    { status: "effective", previous: null },
  ]);
});

test("history tells each recorded step with the events behind it", async () => {
  const residentId = await intake.permitHolder();
  await recompute(residentId);
  await intake.permit(residentId, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-30" });
  await recompute(residentId);

  const { body } = await system.api("GET", `/v1/residents/${residentId}/score/history?limit=1`, { token: window });
  const { body: rest } = await system.api(
    "GET",
    `/v1/residents/${residentId}/score/history?limit=5&cursor=${encodeURIComponent(body.next)}`,
    { token: window },
  );

  expect(body.entries).toMatchObject([
    {
      status: "void-suspended",
      previous: { status: "effective", effectiveTotal: 69 },
      events: [{ what: "permit-suspended", effectiveOn: "2024-06-30" }],
    },
  ]);
  expect(rest).toMatchObject({ entries: [{ status: "effective", effectiveTotal: 69 }], next: null });
});

test("a restore that overtook its suspend waits, takes part when it fits, and is then pending", async () => {
  const residentId = await intake.permitHolder();

  const early = await intake.permit(residentId, { type: "restore", eventId: "restore", effectiveOn: "2024-06-20" });
  const meanwhile = await score(residentId);
  const late = await intake.permit(residentId, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-10" });

  expect([early.status, early.body]).toMatchObject([202, { outcome: "waiting", waitsFor: "suspend" }]);
  expect(meanwhile.status).toBe("effective");
  expect([late.status, late.body.outcome]).toEqual([201, "applied"]);
  expect((await score(residentId)).status).toBe("pending-recompute");
  expect((await score(residentId, window, "2024-06-15")).status).toBe("void-suspended");
});

test("the same event twice is a duplicate; the same id with another body is refused; nothing is applied twice", async () => {
  const residentId = await intake.permitHolder();
  const event = { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-10" };
  const first = await intake.permit(residentId, event);

  const again = await intake.permit(residentId, event);
  const other = await intake.permit(residentId, { ...event, effectiveOn: "2024-06-11" });

  expect([first.status, again.status, again.body.outcome]).toEqual([201, 200, "duplicate"]);
  expect([other.status, other.body.type]).toEqual([409, "/problems/event-id-reused"]);
  expect(again.body.dossierVersion).toBe(first.body.dossierVersion);
});

test("an event of a permit not yet known waits for its issue; before the issue and after the cancel are refused", async () => {
  const residentId = await intake.register();

  const unknown = await intake.permit(residentId, { type: "suspend", eventId: "early", effectiveOn: "2024-03-01" });
  await intake.permit(residentId, { type: "issue", eventId: "issue", effectiveOn: "2024-01-01", area: county });
  const suspended = await score(residentId);
  const before = await intake.permit(residentId, { type: "suspend", eventId: "before", effectiveOn: "2023-12-31" });
  await intake.permit(residentId, { type: "cancel", eventId: "cancel", effectiveOn: "2024-06-01" });
  const after = await intake.permit(residentId, { type: "restore", eventId: "after", effectiveOn: "2024-06-02" });

  expect([unknown.status, unknown.body.waitsFor]).toEqual([202, "issue"]);
  expect(suspended.status).toBe("void-suspended");
  expect([before.status, after.status]).toEqual([409, 409]);
  expect(after.body).toMatchObject({ type: "/problems/event-never-lawful" });
});

test("after a cancel a new permit is in force at once", async () => {
  const residentId = await intake.permitHolder();
  await intake.permit(residentId, { type: "cancel", eventId: "cancel", effectiveOn: "2024-06-20" });
  const cancelled = await score(residentId);

  const issue = { type: "issue", permitId: "permit-2", eventId: "second", effectiveOn: "2024-06-25", area: county };
  await intake.permit(residentId, issue);

  expect(cancelled).toMatchObject({ status: "void-cancelled", since: "2024-06-20", effectiveTotal: 0 });
  expect(await score(residentId)).toMatchObject({ status: "effective", effectiveTotal: 69 });
});

test("a move takes the person to the other county on its day, points and all; the old county's window sees them no more", async () => {
  const residentId = await intake.permitHolder();
  const there = await system.token("window", { areas: ["339902"] });

  await intake.permit(residentId, { type: "move", eventId: "move", effectiveOn: "2024-06-30", area: "339902" });

  expect(await score(residentId, there)).toMatchObject({ area: "339902", status: "effective", effectiveTotal: 69 });
  const { status } = await system.api("GET", `/v1/residents/${residentId}/score`, { token: window });
  expect(status).toBe(404);
  expect(await score(residentId, there, "2024-06-29")).toMatchObject({ area: county });
});

test("a late event of the time before a move still comes from the county that held the permit then", async () => {
  const residentId = await intake.permitHolder();
  const here = await system.token("feed", { department: "public-security", areas: [county] });
  await intake.permit(residentId, { type: "move", eventId: "move", effectiveOn: "2024-06-20", area: "339902" });

  const late = { type: "suspend", eventId: "late", effectiveOn: "2024-06-10" };

  expect((await intake.permit(residentId, late, here)).body.outcome).toBe("applied");
  const after = { type: "suspend", eventId: "after", effectiveOn: "2024-06-25" };
  expect((await intake.permit(residentId, after, here)).status).toBe(404);
});

test("a conversion cancels there and issues here in one step, with no void between", async () => {
  const residentId = await intake.permitHolder();

  const convert = {
    type: "convert",
    newPermitId: "permit-9",
    eventId: "convert",
    effectiveOn: "2024-06-30",
    area: "339902",
  };
  await intake.permit(residentId, convert);
  const city = await system.token("window", { areas: ["339900"] });

  for (const [asOf, area] of [
    ["2024-06-29", county],
    ["2024-06-30", "339902"],
    ["2024-07-01", "339902"],
  ] as const) {
    expect(await score(residentId, city, asOf)).toMatchObject({ area, status: "effective" });
  }
});

test("an unchanged answer is 304 under its entity tag, and only for who may see it", async () => {
  const residentId = await intake.permitHolder();
  const path = `/v1/residents/${residentId}/score`;
  const { headers } = await system.api("GET", path, { token: window });
  const etag = headers.etag ?? "";

  const same = await system.api("GET", path, { token: window, headers: { "if-none-match": etag } });
  const foreign = await system.token("window", { areas: ["339902"] });
  const forbidden = await system.api("GET", path, { token: foreign, headers: { "if-none-match": etag } });
  await intake.permit(residentId, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-30" });
  const changed = await system.api("GET", path, { token: window, headers: { "if-none-match": etag } });

  expect(etag).toMatch(/^"[^"]+"$/);
  expect(headers["cache-control"]).toBe("private, no-cache");
  expect([same.status, forbidden.status, changed.status]).toEqual([304, 404, 200]);
});

test("older facts that arrive late never overwrite newer ones, and a record sent twice counts once", async () => {
  const residentId = await intake.permitHolder();
  const newer = { recordId: "hrss-new", sourceVersion: 1_000_002 };
  const older = { recordId: "hrss-old", sourceVersion: 1_000_001 };
  const none = { skills: [], pension: [] };

  await intake.report(residentId, "hrss", workersFacts.hrss, newer);
  const late = await intake.report(residentId, "hrss", none, older);
  const twice = await intake.report(residentId, "hrss", workersFacts.hrss, newer);
  const reused = await intake.report(residentId, "hrss", none, newer);

  expect([late.body.outcome, twice.body.outcome]).toEqual(["superseded", "duplicate"]);
  expect([reused.status, reused.body.type]).toEqual([409, "/problems/record-id-reused"]);
  expect((await score(residentId)).socialInsurance).toBe(20);
});
