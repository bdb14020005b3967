import { beforeAll, expect, test } from "vitest";
import { forgeryOverHttp, recordsOf } from "../support/forgery-over-http.ts";
import { intakeOverHttp } from "../support/intake-over-http.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let forgery: Awaited<ReturnType<typeof forgeryOverHttp>>;

beforeAll(async () => {
  await system.clock("2024-05-06");
  forgery = await forgeryOverHttp(system, await intakeOverHttp(system));
});

test("a finding overturned on appeal gives points and place back, and takes nothing from whoever has moved up", async () => {
  const { forger, next, bob, cat, step } = forgery;
  const before = await forgery.points();
  const confirmed = await forgery.confirmed();
  const reduced = await forgery.points();
  await step(forger.who.token, confirmed, "appeal", { reason: "the university has found the register" });

  const byTheSame = await system.api("POST", `${forger.who.path}/findings/${confirmed.findingId}/appeal-decision`, {
    token: bob,
    body: { outcome: "upheld", reason: "nothing is new" },
  });
  const during = await forgery.states();
  const overturned = await step(cat, confirmed, "appeal-decision", { outcome: "overturned", reason: "it is genuine" });

  expect(reduced).toBeLessThan(before);
  expect(byTheSame).toMatchObject({ status: 403, body: { type: "/problems/decides-on-own" } });
  expect(during).toEqual(["revoked", "granted"]);
  expect(overturned).toMatchObject({ state: "overturned", isCarriedOut: true });
  expect(await forgery.points()).toBe(before);
  expect(await forgery.states()).toEqual(["granted", "granted"]);
  expect(await forgery.handedOver(forger)).toEqual([
    ["granted", false],
    ["cancelled", true],
    ["granted", true],
  ]);
  expect((await forgery.handedOver(next)).at(-1)).toEqual(["granted", true]);

  const { records } = await forgery.credit();
  expect(recordsOf(forger.who, records)).toEqual(["confirmed", "overturned"]);
  const read = await system.api("GET", `${forger.who.path}/findings/${confirmed.findingId}`, {
    token: forger.who.token,
  });
  expect(read.body.steps.map(({ step: taken }: { step: string }) => taken)).toEqual([
    ...["proposed", "heard", "confirmed", "carried-out", "appealed", "overturned", "carried-out"],
  ]);
  const { entries } = (await system.api("GET", `${forger.who.path}/score/history`, { token: forger.who.token })).body;
  expect(entries.length).toBeGreaterThan(2);
});
