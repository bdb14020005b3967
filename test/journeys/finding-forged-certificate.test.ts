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

test("a diploma found to be forged after the grant costs its points and the place, which the next in rank gets", async () => {
  const { forger, next, ann, bob, step } = forgery;
  const before = await forgery.points();
  expect(await forgery.states()).toEqual(["granted", "not-granted"]);

  const unfounded = await forgery.propose({ facts: ["diploma-2"], barredUntil: "2026-01-01" });
  const barred = await forgery.propose({ barredUntil: "2026-01-01" });
  const { status, body: finding } = await forgery.propose();
  const tooSoon = await system.api("POST", `${forger.who.path}/findings/${finding.findingId}/confirmation`, {
    token: bob,
    body: { reason: "it is plain" },
  });
  expect(unfounded).toMatchObject({ status: 422, body: { errors: [{ field: "facts[0]" }] } });
  expect(barred).toMatchObject({ status: 422, body: { type: "/problems/finding-bar-unlawful" } });
  expect([status, finding.state, finding.term.workingDays]).toEqual([201, "proposed", 5]);
  expect(tooSoon).toMatchObject({ status: 409, body: { type: "/problems/step-not-allowed" } });
  expect(await forgery.states()).toEqual(["granted", "not-granted"]);

  await step(forger.who.token, finding, "statement", { statement: "I bought it in good faith" });
  const alone = await system.api("POST", `${forger.who.path}/findings/${finding.findingId}/confirmation`, {
    token: ann,
    body: { reason: "it is plain" },
  });
  const confirmed = await step(bob, finding, "confirmation", { reason: "the university was asked" });

  expect(alone).toMatchObject({ status: 403, body: { type: "/problems/second-person-needed" } });
  expect(confirmed).toMatchObject({ state: "confirmed", isCarriedOut: true });
  expect(await forgery.states()).toEqual(["revoked", "granted"]);
  expect(await forgery.points()).toBeLessThan(before);
  expect(await forgery.handedOver(forger)).toEqual([
    ["granted", false],
    ["cancelled", true],
  ]);
  expect(await forgery.handedOver(next)).toEqual([
    ["not-granted", false],
    ["granted", true],
  ]);

  const { letters } = (await system.api("GET", `${forger.who.path}/letters`, { token: forger.who.token })).body;
  expect(letters).toMatchObject([{ kind: "police-referral", findingId: finding.findingId }]);
  expect(await forgery.inbox()).toEqual(
    expect.arrayContaining(["finding-proposed", "finding-confirmed", "application-revoked"]),
  );
  const { records, through, last } = await forgery.credit();
  expect(recordsOf(forger.who, records)).toEqual(["confirmed"]);
  expect([through, await forgery.credit(last - 1)]).toEqual([last, { records: records.slice(-1), through, last }]);
});
