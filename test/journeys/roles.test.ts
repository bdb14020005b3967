import { beforeAll, describe, expect, test } from "vitest";
import { Role } from "#shared/contract/roles.ts";
import { someTerms } from "../support/a-programme.ts";
import { county, intakeOverHttp, workersFacts } from "../support/intake-over-http.ts";
import { identityNumber } from "../support/people.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
const unknown = `r-${"0".repeat(26)}`;
const noMaterial = `e-${"0".repeat(26)}`;
const noLetter = `l-${"0".repeat(26)}`;
const noProgramme = `/v1/programmes/p-${"0".repeat(26)}`;
let residentId: string;
/** Who has named no contact point. */
let other: string;
let sequence = 600;

beforeAll(async () => {
  await system.clock("2024-06-30");
  const intake = await intakeOverHttp(system);
  residentId = await intake.register();
  other = await intake.register();
  await intake.report(residentId, "public-security", workersFacts["public-security"]);
  await intake.permit(residentId, { type: "issue", eventId: "issue", effectiveOn: "2019-08-20", area: county });
});

type Ask = readonly [method: string, path: string, body?: unknown];

const calls = {
  "read a score": (): Ask => ["GET", `/v1/residents/${residentId}/score`],
  "read the history": (): Ask => ["GET", `/v1/residents/${residentId}/score/history`],
  estimate: (): Ask => ["POST", "/v1/estimates", { input: {} }],
  register: (): Ask => {
    sequence += 1;
    const number = identityNumber("1991-01-01", sequence);
    return ["POST", "/v1/residents", { identityNumber: number, name: "白露", area: county }];
  },
  "report facts": (): Ask => {
    sequence += 1;
    const report = { recordId: `r-${sequence}`, sourceVersion: sequence, facts: workersFacts["public-security"] };
    return ["PUT", `/v1/residents/${residentId}/facts/public-security`, report];
  },
  "record a permit event": (): Ask => {
    sequence += 1;
    const event = { type: "endorse", effectiveOn: "2024-06-01", endorsementDueOn: "2025-08-20" };
    const body = { ...event, permitId: "permit-1", eventId: `endorsed-${sequence}` };
    return ["POST", `/v1/residents/${residentId}/permit-events`, body];
  },
  "send a batch": (): Ask => {
    sequence += 1;
    const batch = { batchId: `batch-${sequence}`, area: county, records: [] };
    return ["POST", "/v1/feeds/public-security/batches", batch];
  },
  "resolve an id": (): Ask => ["POST", "/v1/residents/resolve", { identityNumber: identityNumber("1999-09-09", 999) }],
  recompute: (): Ask => ["POST", "/v1/recomputations", { residentId }],
  "read a recomputation": (): Ask => ["GET", `/v1/recomputations/j-${"0".repeat(26)}`],
  "stop a recomputation": (): Ask => ["POST", `/v1/recomputations/j-${"0".repeat(26)}/stop`],
  "resume a recomputation": (): Ask => ["POST", `/v1/recomputations/j-${"0".repeat(26)}/resume`],
  "release a batch": (): Ask => ["POST", "/v1/feeds/hrss/batches/none/release"],
  "drop a batch": (): Ask => ["POST", "/v1/feeds/hrss/batches/none/drop"],
  "see what proves what": (): Ask => ["GET", "/v1/needed-materials"],
  "read the undertaking": (): Ask => ["GET", `/v1/residents/${residentId}/undertakings`],
  "give the undertaking": (): Ask => {
    return ["POST", `/v1/residents/${residentId}/undertakings`, { version: "2023-07-26", by: "self" }];
  },
  "give it for somebody": (): Ask => {
    const given = { version: "2023-07-26", by: "window", consent: true };
    return ["POST", `/v1/residents/${residentId}/undertakings`, given];
  },
  "upload a material": (): Ask => {
    const declared = { contentType: "application/pdf", bytes: 80, sha256: "0".repeat(64) };
    return ["POST", `/v1/residents/${residentId}/materials`, declared];
  },
  "list materials": (): Ask => ["GET", `/v1/residents/${residentId}/materials`],
  "read a material": (): Ask => ["GET", `/v1/residents/${residentId}/materials/${noMaterial}`],
  "list letters": (): Ask => ["GET", `/v1/residents/${residentId}/letters`],
  "print a letter": (): Ask => ["GET", `/v1/residents/${residentId}/letters/${noLetter}`],
  certify: (): Ask => ["POST", `/v1/residents/${residentId}/certificates`, { purpose: "子女入学" }],
  "read the inbox": (): Ask => ["GET", `/v1/residents/${residentId}/messages`],
  "read the contact point": (): Ask => ["GET", `/v1/residents/${residentId}/contact-point`],
  "name a contact point": (): Ask => {
    const contact = { channel: "sms", address: "13900000001" };
    return ["PUT", `/v1/residents/${residentId}/contact-point`, { contact, language: "zh" }];
  },
  "prove a contact point": (): Ask => ["POST", `/v1/residents/${other}/contact-point/verification`, { code: "000000" }],
  "read a message": (): Ask => ["GET", `/v1/messages/m-${"0".repeat(26)}`],
  "record a delivery": (): Ask => ["POST", `/v1/messages/m-${"0".repeat(26)}/delivery`],
  "list programmes": (): Ask => ["GET", `/v1/programmes?area=${county}`],
  "read a programme": (): Ask => ["GET", noProgramme],
  "draft a programme": (): Ask => ["POST", "/v1/programmes", someTerms()],
  "redraft a programme": (): Ask => ["PUT", noProgramme, someTerms()],
  "discard a draft": (): Ask => ["POST", `${noProgramme}/discard`, { reason: "not needed" }],
  "approve a programme": (): Ask => ["POST", `${noProgramme}/publication`, { digest: "0".repeat(64) }],
  "draw a seed": (): Ask => ["POST", `${noProgramme}/seed`, { seed: "1 2 3", source: "draw 1" }],
} as const;
type CallName = keyof typeof calls;

const readsProgrammes = { "list programmes": 200, "read a programme": 404 } as const;

/** The table of product.md: what each role may call, and the status that says so for a call of one's own. */
const mayCall: Readonly<Record<Role, Partial<Record<CallName, number>>>> = {
  resident: {
    ...readsProgrammes,
    "see what proves what": 200,
    "read the undertaking": 200,
    "give the undertaking": 201,
    "upload a material": 201,
    "list materials": 200,
    "read a material": 404,
    "read the inbox": 200,
    "read the contact point": 200,
    "name a contact point": 202,
    // of somebody else
    "prove a contact point": 404,
    "read a score": 200,
    "read the history": 200,
    estimate: 200,
    "list letters": 200,
    "print a letter": 404,
    certify: 201,
  },
  window: {
    ...readsProgrammes,
    "see what proves what": 200,
    "read the undertaking": 200,
    // given by the resident before
    "give it for somebody": 200,
    "upload a material": 201,
    "list materials": 200,
    "read a material": 404,
    "read the inbox": 200,
    "read the contact point": 200,
    "name a contact point": 202,
    "prove a contact point": 409,
    "read a score": 200,
    "read the history": 200,
    estimate: 200,
    "resolve an id": 404,
    "list letters": 200,
    "print a letter": 404,
    certify: 201,
  },
  verifier: {
    ...readsProgrammes,
    "draw a seed": 404,
    "see what proves what": 200,
    // nothing that they decide on
    "list materials": 404,
    "read a material": 404,
    "read a score": 200,
    "read the history": 200,
    estimate: 200,
  },
  feed: {
    ...readsProgrammes,
    register: 201,
    "report facts": 200,
    "record a permit event": 201,
    "send a batch": 200,
    "resolve an id": 404,
  },
  "rule-maker": {
    ...readsProgrammes,
    estimate: 200,
    "draft a programme": 201,
    "redraft a programme": 404,
    "discard a draft": 404,
  },
  approver: { ...readsProgrammes, estimate: 200, "discard a draft": 404, "approve a programme": 404 },
  auditor: {
    ...readsProgrammes,
    "see what proves what": 200,
    "read a score": 200,
    "read the history": 200,
    estimate: 200,
    "list letters": 200,
  },
  sender: { ...readsProgrammes, "read a message": 404, "record a delivery": 404 },
  operator: {
    ...readsProgrammes,
    recompute: 201,
    "read a recomputation": 404,
    "stop a recomputation": 404,
    "resume a recomputation": 404,
    "release a batch": 404,
    "drop a batch": 404,
  },
};

const tokenOf = (role: Role, areas: readonly string[] = [county]) =>
  system.token(role, { areas, department: "public-security", residentId });

describe.each(Role.options)("the role %s", (role) => {
  test.each(Object.keys(calls) as CallName[])("may or may not %s", async (name) => {
    const token = await tokenOf(role);

    const [method, path, body] = calls[name]();
    const answer = await system.api(method, path, { token, ...(body !== undefined && { body }) });

    const allowed = mayCall[role][name];
    expect(answer.status).toBe(allowed ?? 403);
    if (allowed === undefined) expect(answer.body.type).toBe("/problems/role-not-allowed");
  });
});

describe("someone else's area", () => {
  const traps = ["339902", "1339901", "3399010", "33990", "[339901 339902]", "339901,339902", "339901x", ""];

  test.each(["window", "verifier", "auditor"] as const)(
    "is closed to the %s, whose list merely holds the digits",
    async (role) => {
      for (const areas of traps) {
        const token = await rawToken(role, areas);

        const foreign = await system.api("GET", `/v1/residents/${residentId}/score`, { token });
        const nobody = await system.api("GET", `/v1/residents/${unknown}/score`, { token });

        expect(foreign.status, `areas "${areas}"`).toBe(404);
        expect(foreign.body).toEqual(nobody.body);
        expect(foreign.body.type).toBe("/problems/resident-unknown");
      }
    },
  );

  test.each(["339901", "339900", "330000", "120000 339901"])("is open under %s", async (areas) => {
    const token = await rawToken("window", areas);

    expect((await system.api("GET", `/v1/residents/${residentId}/score`, { token })).status).toBe(200);
  });

  test("is closed to a feed: facts, permit events, batches, registration, resolving", async () => {
    const token = await tokenOf("feed", ["339902"]);
    const statusOf = async (name: CallName) => {
      const [method, path, body] = calls[name]();
      const { status, body: problem } = await system.api(method, path, { token, body });
      return [status, problem.type];
    };

    expect(await statusOf("report facts")).toEqual([404, "/problems/resident-unknown"]);
    expect(await statusOf("record a permit event")).toEqual([404, "/problems/resident-unknown"]);
    expect(await statusOf("register")).toEqual([403, "/problems/area-not-allowed"]);
    expect(await statusOf("send a batch")).toEqual([403, "/problems/area-not-allowed"]);
  });

  test("a resident sees no one but themself, and the unknown look like the others", async () => {
    const token = await system.token("resident", { residentId: unknown, areas: [county] });

    const other = await system.api("GET", `/v1/residents/${residentId}/score`, { token });
    const nobody = await system.api("GET", `/v1/residents/${unknown}/score`, { token });

    expect([other.status, nobody.status]).toEqual([404, 404]);
    expect(other.body).toEqual(nobody.body);
  });
});

test("a feed reports for its own department only", async () => {
  const token = await system.token("feed", { department: "education", areas: [county] });

  for (const name of ["report facts", "record a permit event", "register", "send a batch"] as const) {
    const [method, path, body] = calls[name]();
    const answer = await system.api(method, path, { token, body });
    expect([answer.status, answer.body.type], name).toEqual([403, "/problems/department-not-allowed"]);
  }
});

test("a verifier sees the lines of their own department and no totals", async () => {
  const token = await system.token("verifier", { department: "hrss", areas: [county] });

  const { body } = await system.api("GET", `/v1/residents/${residentId}/score`, { token });

  expect(body.excerptFor).toBe("hrss");
  expect(body.lines.map(({ code }: { code: string }) => code)).toEqual(["skill", "social-insurance"]);
  expect(body.effectiveTotal).toBeUndefined();
});

const rawToken = async (role: Role, areas: string): Promise<string> => {
  const { body } = await system.local("POST", "/local/tokens", { role, areas, department: "public-security" });
  return body.token;
};
