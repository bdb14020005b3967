import { beforeAll, describe, expect, test } from "vitest";
import { Role } from "#shared/contract/roles.ts";
import { county, intakeOverHttp } from "../support/intake-over-http.ts";
import { servicesOverHttp } from "../support/services-over-http.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
const noNumber = "A-0000-0000-0000-0000";
let path: string;
let residentId: string;
let programmeId: string;
let applicationNumber: string;

beforeAll(async () => {
  await system.clock("2024-05-10");
  const services = await servicesOverHttp(system, await intakeOverHttp(system));
  programmeId = await services.publish({ beneficiary: "applicant", childBorn: undefined });
  const person = await services.person();
  ({ path, residentId } = person);
  const applied = await services.apply(person, programmeId);
  ({ applicationNumber } = applied.body);
});

type Ask = readonly [method: string, path: string, body?: unknown];
const reason = "it was otherwise";
const consent = { onBehalf: { by: "window", consent: true } };
const ofNone = (what: string, body: object): Ask => ["POST", `${path}/applications/${noNumber}/${what}`, body];
const officeOfNone = (what: string, body: object): Ask => ["POST", `/v1/applications/${noNumber}/${what}`, body];

const calls = {
  "list applications": (): Ask => ["GET", `${path}/applications`],
  "read an application": (): Ask => ["GET", `${path}/applications/${applicationNumber}`],
  "ask where one stands": (): Ask => ["GET", `${path}/applications/${applicationNumber}/standing`],
  apply: (): Ask => ["POST", `${path}/applications`, { programmeId, wishes: ["east"], ...consent }],
  change: (): Ask => ["PUT", `${path}/applications/${noNumber}`, { wishes: ["west"], ...consent }],
  withdraw: (): Ask => ofNone("withdrawal", consent),
  "hand in": (): Ask => ofNone("materials", { materials: [], ...consent }),
  contest: (): Ask => ofNone("contest", { reason, ...consent }),
  "read the queue": (): Ask => ["GET", `/v1/applications?area=${county}&department=education`],
  decide: (): Ask => officeOfNone("eligibility", { outcome: "accepted", reason }),
  "ask for material": (): Ask => officeOfNone("material-request", { items: [{ code: "other", reason }] }),
} as const;
type CallName = keyof typeof calls;

const ofPerson = {
  "list applications": 200,
  "read an application": 200,
  "ask where one stands": 200,
  // there is one already
  apply: 409,
  change: 404,
  withdraw: 404,
  "hand in": 404,
  contest: 404,
} as const;

/** What each role may call, and the status that says so: a step of an application that is not there is 404. */
const mayCall: Readonly<Partial<Record<Role, Partial<Record<CallName, number>>>>> = {
  resident: ofPerson,
  window: ofPerson,
  verifier: {
    "list applications": 200,
    "read an application": 200,
    "read the queue": 200,
    decide: 404,
    "ask for material": 404,
  },
  auditor: { "list applications": 200, "read an application": 200, "read the queue": 200 },
};

const ask = async (name: CallName, token: string, role?: Role) => {
  const [method, where, given] = calls[name]();
  // whoever acts for themself does so on nobody's behalf
  const body = role === "resident" && given ? { ...given, onBehalf: undefined } : given;
  return system.api(method, where, { token, ...(body !== undefined && { body }) });
};

describe.each(Role.options)("the role %s", (role) => {
  test.each(Object.keys(calls) as CallName[])("may or may not %s", async (name) => {
    const token = await system.token(role, { areas: [county], department: "education", residentId });

    const answer = await ask(name, token, role);

    const allowed = mayCall[role]?.[name];
    expect([answer.status, answer.body.type]).toEqual([
      allowed ?? 403,
      allowed === undefined ? "/problems/role-not-allowed" : answer.body.type,
    ]);
  });
});

describe("an office of elsewhere, or of another department", () => {
  test.each([
    ["a verifier of another area", "verifier", { areas: ["339902"], department: "education" }],
    ["a verifier of another department", "verifier", { areas: [county], department: "housing" }],
    ["a window of another area", "window", { areas: ["339902"] }],
    ["an auditor of another area", "auditor", { areas: ["339902"] }],
  ] as const)("%s finds no application there", async (_, role, claims) => {
    const token = await system.token(role, claims);

    const [read, none] = [
      await ask("read an application", token),
      await system.api("GET", `${path}/applications/${noNumber}`, { token }),
    ];

    expect([read.status, none.status]).toEqual([404, 404]);
    expect(read.body.type).toBe(none.body.type);
  });
});
