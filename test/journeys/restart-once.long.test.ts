import { expect, test } from "vitest";
import { city } from "#local/demo/newcomer.ts";
import { expectOnce } from "../support/expect-once.ts";
import { load, loadAndKill, people } from "../support/interrupted-load.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ keepsData: true });

test("what was acknowledged before a SIGKILL in the middle of a load is there after the next start, once", async () => {
  const everyone = people(12);

  const before = await loadAndKill(system, everyone, 25);
  await system.start();
  const after = await load(system, everyone);

  expectOnce(everyone, before, after);
  const { tables } = (await system.local("GET", "/local/status")).body;
  expect(tables).toContainEqual({
    name: expect.stringContaining("identities"),
    items: 2 * everyone.length,
    andMore: false,
  });
});

test("tokens, the calendar and scores are the same after a restart", async () => {
  const token = await system.token("window", { areas: [city] });
  const [first] = await load(system, people(1));
  await system.clock("2027-06-30");
  const path = `/v1/residents/${first?.residentId}/score`;
  const before = await system.api("GET", path, { token });

  await system.kill();
  await system.start();
  const after = await system.api("GET", path, { token });

  expect(before).toMatchObject({ status: 200, body: { asOf: "2027-06-30" } });
  expect(after).toMatchObject({ status: 200, body: before.body, headers: { etag: before.headers.etag } });
});
