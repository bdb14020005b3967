import { beforeAll, expect, test } from "vitest";
import { county, intakeOverHttp, workersFacts } from "../support/intake-over-http.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let intake: Awaited<ReturnType<typeof intakeOverHttp>>;
let operator: string;
let window: string;

beforeAll(async () => {
  await system.clock("2024-06-30");
  intake = await intakeOverHttp(system);
  operator = await system.token("operator");
  window = await system.token("window", { areas: [county] });
});

const people = (count: number): Promise<readonly string[]> =>
  Promise.all(Array.from({ length: count }, () => intake.register()));

const records = (ids: readonly string[], sourceVersion: number, facts: unknown = workersFacts.hrss) =>
  ids.map((residentId) => ({ kind: "facts", residentId, recordId: `v${sourceVersion}`, sourceVersion, facts }));

const submit = (batchId: string, sent: readonly unknown[]) =>
  system.api("POST", "/v1/feeds/hrss/batches", {
    token: intake.tokens.hrss,
    body: { batchId, area: county, records: sent },
  });

const decide = (batchId: string, decision: "release" | "drop") =>
  system.api("POST", `/v1/feeds/hrss/batches/${batchId}/${decision}`, { token: operator });

const pensionOf = async (residentId = "") =>
  (await system.api("GET", `/v1/residents/${residentId}/score`, { token: window })).body;

const nothing = { skills: [], pension: [] };

test("each record is answered by its row; a bad one hinders no other; the same batch again gets the same answer", async () => {
  const [one = "", two = ""] = await people(2);
  const rows = [
    ...records([one], 1),
    {
      kind: "facts",
      residentId: two,
      recordId: "x",
      sourceVersion: 1,
      facts: { skills: [], pension: [{ from: "x" }] },
    },
    ...records([`r-${"0".repeat(26)}`], 1),
    "no record",
    ...records([two], 1),
  ];

  const first = await submit("mixed", rows);
  const again = await submit("mixed", rows);
  const other = await submit("mixed", rows.slice(1));

  expect(first.status).toBe(200);
  expect(first.body).toMatchObject({ state: "accepted", counts: { records: 5, applied: 2, refused: 3 } });
  expect(first.body.records.map((row: { outcome: string }) => row.outcome)).toEqual([
    "applied",
    "refused",
    "refused",
    "refused",
    "applied",
  ]);
  expect(first.body.records[1].refusal).toMatchObject({ code: "invalid-request" });
  expect(first.body.records[2].refusal).toMatchObject({ code: "resident-unknown" });
  expect(again.body).toEqual(first.body);
  expect([other.status, other.body.type]).toEqual([409, "/problems/batch-id-reused"]);
  expect(await pensionOf(one)).toMatchObject({ socialInsurance: 20, skill: 5 });
});

test("a batch that would empty many records is held, shows its operator counts only, and is released or dropped", async () => {
  const ids = await people(12);
  await submit("full", records(ids, 1));

  const held = await submit("emptying", records(ids, 2, nothing));
  const meanwhile = await pensionOf(ids[0]);
  const dropped = await decide("emptying", "drop");
  const releasedTooLate = await decide("emptying", "release");
  const heldAgain = await submit("emptying-2", records(ids, 3, nothing));
  const released = await decide("emptying-2", "release");

  expect([held.status, held.body]).toMatchObject([202, { state: "held", forecast: { touched: 12, emptied: 12 } }]);
  expect(meanwhile.socialInsurance).toBe(20);
  expect(dropped.body).toMatchObject({ state: "dropped" });
  expect(releasedTooLate.body.type).toBe("/problems/batch-not-held");
  expect(heldAgain.status).toBe(202);
  expect(released.body).toMatchObject({ state: "released", counts: { applied: 12 } });
  expect(JSON.stringify([dropped.body, released.body])).not.toContain("r-");
  expect((await pensionOf(ids[0])).socialInsurance).toBe(0);
});

test("nine emptied records are below the line, and are simply taken in", async () => {
  const ids = await people(9);
  await submit("nine-full", records(ids, 1));

  const { status, body } = await submit("nine-emptied", records(ids, 2, nothing));

  expect([status, body.counts.applied]).toEqual([200, 9]);
});

test("a department silent beyond its interval is flagged stale, values unchanged; an empty batch ends the silence", async () => {
  const [id = ""] = await people(1);
  await submit("heard", records([id], 1));
  await intake.permit(id, { type: "issue", eventId: "issue", effectiveOn: "2019-08-20", area: county });
  await system.clock("2024-08-05");

  const silent = await pensionOf(id);
  await submit("nothing-new", []);
  const heard = await pensionOf(id);
  await system.clock("2024-06-30");

  expect(silent.stale).toContain("hrss");
  expect(silent.socialInsurance).toBe(20);
  expect(heard.stale).not.toContain("hrss");
});

test("an idempotency key answers the same request with the same bytes, and refuses another body", async () => {
  const [residentId = ""] = await people(1);
  const headers = { "idempotency-key": "recompute-once" };
  const send = (body: unknown) => system.api("POST", "/v1/recomputations", { token: operator, body, headers });

  const first = await send({ residentId });
  const again = await send({ residentId });
  const [another = ""] = await people(1);
  const reused = await send({ residentId: another });

  expect(again.body).toEqual(first.body);
  expect(again.headers["idempotency-replayed"]).toBe("true");
  expect([reused.status, reused.body.type]).toEqual([409, "/problems/idempotency-key-reused"]);
});

test("of many at once under one idempotency key, one is carried out and the others wait or repeat it", async () => {
  const [residentId = ""] = await people(1);
  const headers = { "idempotency-key": "all-at-once" };
  const send = () => system.api("POST", "/v1/recomputations", { token: operator, body: { residentId }, headers });

  const answers = await Promise.all(Array.from({ length: 8 }, send));

  const created = answers.filter(({ status }) => status === 201);
  expect(new Set(created.map(({ body }) => body.jobId)).size).toBe(1);
  for (const { body } of answers.filter(({ status }) => status !== 201)) {
    expect(body.type).toBe("/problems/idempotency-key-running");
  }
});
