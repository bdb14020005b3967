import { beforeAll, describe, expect, test } from "vitest";
import { Role } from "#shared/contract/roles.ts";
import { county, intakeOverHttp } from "../support/intake-over-http.ts";
import { missingMonths, reviewDesk } from "../support/review-desk.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
const noReview = `v-${"0".repeat(26)}`;
let path: string;
let residentId: string;
let reviewId: string;

beforeAll(async () => {
  await system.clock("2024-07-01");
  const desk = await reviewDesk(system, await intakeOverHttp(system));
  const person = await desk.aPerson();
  ({ path, residentId } = person);
  ({ reviewId } = (await person.submit()).body.review);
  await system.quiet();
});

type Ask = readonly [method: string, path: string, body?: unknown];
const reason = "it was otherwise";
const consent = { onBehalf: { by: "window", consent: true } };
const decision = { outcome: "rejected", reason, clause: "四(二)" };
const ofNone = (what: string, body?: unknown): Ask => ["POST", `${path}/reviews/${noReview}/${what}`, body];

const calls = {
  "list reviews": (): Ask => ["GET", `${path}/reviews`],
  "read a review": (): Ask => ["GET", `${path}/reviews/${reviewId}`],
  "read the queue": (): Ask => ["GET", `/v1/reviews?area=${county}`],
  "read the overview": (): Ask => ["GET", `/v1/reviews/overview?area=${county}`],
  "contest a line": (): Ask => ["POST", `${path}/reviews`, { ...missingMonths, materials: [] }],
  "hand in": (): Ask => ofNone("materials", { materials: [], ...consent }),
  withdraw: (): Ask => ofNone("withdrawal", consent),
  appeal: (): Ask => ofNone("appeal", { reason, ...consent }),
  take: (): Ask => ofNone("assignment"),
  "give back": (): Ask => ofNone("release"),
  "ask for material": (): Ask => ofNone("material-request", { items: [{ code: "other", reason }] }),
  decide: (): Ask => ofNone("decision", decision),
  "propose to reopen": (): Ask => ofNone("reopening", { reason }),
  "agree to reopen": (): Ask => ofNone("reopening/decision", { agree: true, reason }),
} as const;
type CallName = keyof typeof calls;

/** What each role may call, and the status that says so: a step of a review that is not there is 404. */
const mayCall: Readonly<Partial<Record<Role, Partial<Record<CallName, number>>>>> = {
  // joins its own open review
  resident: {
    "list reviews": 200,
    "read a review": 200,
    "contest a line": 200,
    "hand in": 404,
    withdraw: 404,
    appeal: 404,
  },
  // says nothing of consent
  window: {
    "list reviews": 200,
    "read a review": 200,
    "contest a line": 422,
    "hand in": 404,
    withdraw: 404,
    appeal: 404,
  },
  verifier: {
    "list reviews": 200,
    "read a review": 200,
    "read the queue": 200,
    "read the overview": 200,
    take: 404,
    "give back": 404,
    "ask for material": 404,
    decide: 404,
    "propose to reopen": 404,
    "agree to reopen": 404,
  },
  auditor: {
    "list reviews": 200,
    "read a review": 200,
    "read the queue": 200,
    "read the overview": 200,
    "propose to reopen": 404,
    "agree to reopen": 404,
  },
};

const ask = async (name: CallName, token: string, role?: Role) => {
  const [method, where, given] = calls[name]();
  // whoever acts for themself does so on nobody's behalf
  const body = role === "resident" && given ? { ...given, onBehalf: undefined } : given;
  return system.api(method, where, { token, ...(body !== undefined && { body }) });
};

describe.each(Role.options)("the role %s", (role) => {
  test.each(Object.keys(calls) as CallName[])("may or may not %s", async (name) => {
    const token = await system.token(role, { areas: [county], department: "hrss", residentId });

    const answer = await ask(name, token, role);

    const allowed = mayCall[role]?.[name];
    expect(answer.status).toBe(allowed ?? 403);
    if (allowed === undefined) expect(answer.body.type).toBe("/problems/role-not-allowed");
  });
});

/** The steps of a review that a role may call at all. */
const stepsOf = (role: Role): readonly CallName[] =>
  (Object.keys(mayCall[role] ?? {}) as CallName[]).filter((name) => calls[name]()[1].includes(noReview));

const taking = (token: string) => system.api("POST", `${path}/reviews/${reviewId}/assignment`, { token, body: {} });

describe("somebody else's area, department or person", () => {
  test.each([
    ["a verifier of another area", "verifier", { areas: ["339902"], department: "hrss" }],
    ["a verifier of another department", "verifier", { areas: [county], department: "education" }],
    ["an auditor of another area", "auditor", { areas: ["339902"] }],
    ["a window of another area", "window", { areas: ["339902"] }],
    ["another resident", "resident", { residentId: `r-${"0".repeat(26)}` }],
  ] as const)("%s can't tell the review from one that is not there", async (_, role, claims) => {
    const token = await system.token(role, claims as object);

    const foreign = await ask("read a review", token);
    const nobody = await system.api("GET", `${path}/reviews/${noReview}`, { token });

    expect([foreign.status, nobody.status]).toEqual([404, 404]);
    expect(foreign.body.type).toBe("/problems/review-unknown");
    expect(JSON.stringify(foreign.body).replaceAll(reviewId, noReview)).toBe(JSON.stringify(nobody.body));
  });

  test.each([
    ["another resident", "resident", { residentId: `r-${"0".repeat(26)}` }],
    ["a window of another area", "window", { areas: ["339902"] }],
    ["a verifier of no department", "verifier", { areas: [county], department: "nobody" }],
    ["a verifier of another area", "verifier", { areas: ["339902"], department: "hrss" }],
    ["an auditor of another area", "auditor", { areas: ["339902"] }],
  ] as const)("%s is told the same of every step, whether the review is there or not", async (_, role, claims) => {
    const token = await system.token(role, claims as object);

    for (const name of stepsOf(role)) {
      const [method, where, body] = calls[name]();
      const foreign = await system.api(method, where.replace(noReview, reviewId), { token, body: body ?? {} });
      const nobody = await system.api(method, where, { token, body: body ?? {} });

      expect([foreign.status, JSON.stringify(foreign.body).replaceAll(reviewId, noReview)]).toEqual([
        nobody.status,
        JSON.stringify(nobody.body),
      ]);
    }
  });

  test("is taken by no verifier", async () => {
    for (const claims of [
      { areas: ["339902"], department: "hrss" },
      { areas: [county], department: "education" },
    ]) {
      const answer = await taking(await system.token("verifier", claims));
      expect([answer.status, answer.body.type]).toEqual([404, "/problems/review-unknown"]);
    }
  });

  test("has its queue and its counts closed", async () => {
    const foreign = await system.token("verifier", { areas: ["339902"], department: "hrss" });
    const own = await system.token("verifier", { areas: [county], department: "hrss" });

    const statuses = [
      await ask("read the queue", foreign),
      await ask("read the overview", foreign),
      await system.api("GET", `/v1/reviews?area=${county}&department=education`, { token: own }),
    ].map(({ status, body }) => [status, body.type]);

    expect(statuses).toEqual([
      [403, "/problems/area-not-allowed"],
      [403, "/problems/area-not-allowed"],
      [403, "/problems/department-not-allowed"],
    ]);
  });
});

test("an auditor sees how a review goes, and nothing of what it is about", async () => {
  const { body } = await ask("read a review", await system.token("auditor", { areas: ["339900"] }));

  expect(body.review).toMatchObject({ caseOnly: true, state: "submitted" });
  expect(JSON.stringify(body)).not.toMatch(/2019|missing|e-[0-9a-z]{26}/);
});
