import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { city } from "#local/demo/newcomer.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { expectOnce } from "../support/expect-once.ts";
import { type Acknowledged, load, loadAndKill, people } from "../support/interrupted-load.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ keepsData: true });
const everyone = people(120);
/** What the first test's last load acknowledged: all of it is in. */
let whole: readonly Acknowledged[] | undefined;

test("a load that is killed again and again ends with everything in, once", async () => {
  let before = await loadAndKill(system, everyone, 3);
  for (const afterCalls of [60, 300]) {
    await system.start();
    before = atLeast(before, await loadAndKill(system, everyone, afterCalls));
  }
  await system.start();

  whole = await load(system, everyone);

  expectOnce(everyone, before, whole);
});

test("a batch that was cut off goes on where it was, and applies nothing twice", async () => {
  const loaded = whole ?? (await load(system, everyone));
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
  const versionOf = async ({ residentId }: Acknowledged): Promise<number> =>
    (await system.api("GET", `/v1/residents/${residentId}/score`, { token: clerk })).body.basis.dossierVersion;
  const [first] = loaded;
  while (answered === undefined && first && (await versionOf(first)) === first.dossierVersion) await setTimeout(5);
  await system.kill();
  await cutOff;
  expect(answered).toBeUndefined();
  await system.start();
  const { body } = await send();

  expect(body).toMatchObject({ state: "accepted", counts: { records: everyone.length, refused: 0 } });
  expect(body.counts.duplicate).toBeGreaterThan(0);
  expect(body.counts.applied + body.counts.duplicate).toBe(everyone.length);
  expect(await inParallel(loaded, 8, versionOf)).toEqual(everyone.map(({ arrivals }) => 2 + arrivals.length));
});

/** What both loads acknowledged, taken together. */
const atLeast = (before: readonly Acknowledged[], now: readonly Acknowledged[]): readonly Acknowledged[] =>
  before.map((then, place) => {
    const later = now[place];
    if (later?.residentId === undefined) return then;
    if (then.residentId !== undefined) expect(later.residentId).toBe(then.residentId);
    return later.outcomes.length > then.outcomes.length ? later : { ...later, outcomes: then.outcomes };
  });
