import { beforeAll, describe, expect, test } from "vitest";
import { aPerson, badRequests, type Sender } from "../support/bad-requests.ts";
import { county, intakeOverHttp, workersFacts } from "../support/intake-over-http.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let residentId: string;
let tokens: Readonly<Record<Sender, string>>;

beforeAll(async () => {
  await system.clock("2024-06-30");
  const intake = await intakeOverHttp(system);
  residentId = await intake.register();
  await intake.report(residentId, "hrss", workersFacts.hrss);
  await intake.permit(residentId, { type: "issue", eventId: "issue", effectiveOn: "2019-08-20", area: county });
  tokens = {
    police: intake.tokens["public-security"],
    hrss: intake.tokens.hrss,
    window: await system.token("window", { areas: [county] }),
  };
  await system.quiet();
});

describe("bad input is refused, with every offending field and what to do, and nothing is stored", () => {
  test.each(Object.entries(badRequests))("%s", async (_, { by, method, path, body, headers, status, code, fields }) => {
    const before = await stored();

    const answer = await system.api(method, path.replace("{id}", residentId), {
      token: tokens[by],
      ...(body !== undefined && { body }),
      ...(headers && { headers }),
    });

    expect([answer.status, answer.body.type]).toEqual([status, `/problems/${code}`]);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.body.detail).not.toBe("");
    const named = (answer.body.errors ?? []).map(({ field }: { field: string }) => field).sort();
    expect(named).toEqual([...(fields ?? [])].sort());
    expect(await stored()).toEqual(before);
  });

  test("a body above ten megabytes never reaches a function: the gateway says so itself", async () => {
    const before = await stored();

    const { status, body } = await system.api("POST", "/v1/residents", {
      token: tokens.police,
      body: JSON.stringify({ ...aPerson, name: "x".repeat(11 * 1024 * 1024) }),
    });

    expect([status, body]).toEqual([413, { message: "Request Entity Too Large" }]);
    expect(await stored()).toEqual(before);
  });

  test("no answer repeats a value that was sent", async () => {
    const secret = "339901199005170779";

    const { body } = await system.api("POST", "/v1/residents", {
      token: tokens.police,
      body: { ...aPerson, identityNumber: secret, [secret]: "secret" },
    });

    expect(body.errors).toHaveLength(2);
    expect(JSON.stringify(body)).not.toContain(secret);
  });
});

/** How many items each table holds. */
const stored = async (): Promise<readonly unknown[]> => (await system.local("GET", "/local/status")).body.tables;
