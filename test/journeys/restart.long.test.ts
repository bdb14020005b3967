import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { city } from "#local/demo/newcomer.ts";
import { expectOnce } from "../support/expect-once.ts";
import { type Acknowledged, load, loadAndKill, people } from "../support/interrupted-load.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ keepsData: true });
const everyone = people(200);

test("a load that is killed again and again ends with everything in, once", async () => {
  let before = await loadAndKill(system, everyone, 3);
  for (const afterCalls of [40, 150, 400]) {
    await system.start();
    before = atLeast(before, await loadAndKill(system, everyone, afterCalls));
  }
  await system.start();

  expectOnce(everyone, before, await load(system, everyone));
});

test("a batch that was cut off goes on where it was, and applies nothing twice", async () => {
  const loaded = await load(system, everyone);
  const token = await system.token("feed", { department: "hrss", areas: [city] });
  const records = loaded.map(({ residentId }, place) => ({
    kind: "facts",
    residentId,
    recordId: `again-${place}`,
    sourceVersion: 1_000_000,
    // fuller than before, or the batch would be held
    facts: {
      skills: [{ kind: "special-skill", issuedOn: "2020-01-31" }],
      pension: [{ from: "2020-01", to: "2023-12", province: "330000", kind: "employee" }],
    },
  }));
  const send = () =>
    system.api("POST", "/v1/feeds/hrss/batches", { token, body: { batchId: "cut-off", area: city, records } });

  let answered: unknown;
  const cutOff = send().then(
    (answer) => {
      answered = answer;
    },
    () => {},
  );
  const clerk = await system.token("window", { areas: [city] });
  const path = `/v1/residents/${loaded[0]?.residentId}/score`;
  const versionBefore = loaded[0]?.dossierVersion;
  const version = async () => (await system.api("GET", path, { token: clerk })).body.basis.dossierVersion;
  while (answered === undefined && (await version()) === versionBefore) await setTimeout(5);
  await system.kill();
  await cutOff;
  expect(answered).toBeUndefined();
  await system.start();
  const { body } = await send();

  expect(body).toMatchObject({ state: "accepted", counts: { records: 200, refused: 0 } });
  expect(body.counts.duplicate).toBeGreaterThan(0);
  expect(body.counts.applied + body.counts.duplicate).toBe(200);
  const after = await load(system, everyone);
  for (const [place, { dossierVersion }] of after.entries()) {
    expect(dossierVersion).toBe(2 + (everyone[place]?.arrivals.length ?? 0));
  }
});

/** What both loads acknowledged, taken together. */
const atLeast = (before: readonly Acknowledged[], now: readonly Acknowledged[]): readonly Acknowledged[] =>
  before.map((then, place) => {
    const later = now[place];
    if (later?.residentId === undefined) return then;
    if (then.residentId !== undefined) expect(later.residentId).toBe(then.residentId);
    return later.outcomes.length > then.outcomes.length ? later : { ...later, outcomes: then.outcomes };
  });
