import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { assemblyWithStandards } from "../support/assembly-with-standards.ts";
import { intakeOverHttp } from "../support/intake-over-http.ts";
import { walkTo } from "../support/nights.ts";
import { recordedWrongly } from "../support/recorded-rightly.ts";
import { type Content, publish, zhejiang } from "../support/standards.ts";
import { storedState } from "../support/stored-state.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ keepsData: true });
const here = "339901";
const there = "339902";
let intake: Awaited<ReturnType<typeof intakeOverHttp>>;
let operator: string;
let deployed: Awaited<ReturnType<typeof assemblyWithStandards>>;

/** From July on a month of residence is worth more. */
const revision: Content = zhejiang({
  effectiveFrom: "2024-07-01",
  indicators: (zhejiang().indicators as readonly Content[]).map((indicator) =>
    indicator.code === "residence"
      ? {
          ...indicator,
          rule: { ...(indicator.rule as object), eachMonth: { points: 0.3, clause: "每满 1 个月得 0.3 分" } },
        }
      : indicator,
  ),
});

beforeAll(async () => {
  deployed = await assemblyWithStandards(inject("assembly"), [revision]);
  await system.clock("2024-06-30");
  intake = await intakeOverHttp(system);
  operator = await system.token("operator");
});

afterAll(() => deployed.remove());

const move = (residentId: string, area: string, effectiveOn: string) =>
  intake.permit(residentId, { type: "move", eventId: `move-${area}`, effectiveOn, area });

const people = async () => (await storedState(system)).people();

test("an area is recomputed while one resident moves out and one moves in", async () => {
  const [leaves, comes] = [
    await intake.permitHolder(here),
    await intake.permitHolder(there),
    await intake.permitHolder(here),
  ];
  await system.quiet();

  const [{ status, body: job }] = await Promise.all([
    system.api("POST", "/v1/recomputations", { token: operator, body: { area: here } }),
    move(leaves, there, "2024-06-30"),
    move(comes, here, "2024-06-30"),
  ]);
  await system.quiet();
  const { body: done } = await system.api("GET", `/v1/recomputations/${job.jobId}`, { token: operator });

  expect([status, done]).toMatchObject([202, { state: "done", work: { of: "area", area: here } }]);
  expect(recordedWrongly(await people(), publish(zhejiang()), date("2024-06-30"))).toEqual([]);
});

test("a new provincial standard reaches everyone, also one who moves out and one who moves in meanwhile", async () => {
  const [leaves, comes] = [await intake.permitHolder(here), await intake.permitHolder(there)];
  await move(leaves, there, "2024-07-01");
  await system.quiet();
  await system.kill();
  await system.start(deployed.directory);

  await Promise.all([walkTo(system, "2024-07-01"), move(comes, here, "2024-07-01")]);
  await system.quiet();
  const { body: job } = await system.api("GET", "/v1/recomputations/rules-2", { token: operator });
  const token = await system.token("window", { areas: ["339900"] });
  const { body: score } = await system.api("GET", `/v1/residents/${comes}/score`, { token });

  const after = await people();
  expect(recordedWrongly(after, publish(zhejiang(), revision), date("2024-07-01"))).toEqual([]);
  expect(after.map(({ score }) => score?.basis.registryRevision)).toEqual(after.map(() => 2));
  expect(job).toMatchObject({ state: "done", work: { of: "rules" }, counts: { found: after.length, failed: 0 } });
  expect(score).toMatchObject({ area: here, residence: 19.2, effectiveTotal: 72.2 });
});
