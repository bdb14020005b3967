import { expect, test } from "vitest";
import { functionNames } from "#infra/entries.ts";
import { tableNames } from "#shared/storage/tables.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ named: true });

test("the API document can be read in a browser, and taken as it is", async () => {
  const page = await system.local("GET", "/local/api");
  const document = await system.local("GET", "/local/openapi.json");

  expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
  for (const path of Object.keys(document.body.paths)) expect(page.body).toContain(path);
  expect(page.body).not.toMatch(/<script|src=|href="http/);
});

test("the three commands it prints work when pasted", async () => {
  const commands = system.log().match(/^curl .*$/gm) ?? [];

  expect(commands).toHaveLength(3);
  for (const command of commands) expect(await pasted(command)).toBe(200);
});

test("the programmes it has loaded are published, one of each service", async () => {
  const token = await system.token("window", { areas: ["339900"] });
  const printed = [...system.log().matchAll(/^ {2}(p-\w{26}) {2}\S/gm)].map(([, programmeId]) => programmeId);

  const { programmes } = (await system.api("GET", "/v1/programmes?area=339900", { token })).body;

  const ids = programmes.map(({ programmeId }: { programmeId: string }) => programmeId);
  expect([...printed].sort()).toEqual([...ids].sort());
  expect(programmes.every(({ state }: { state: string }) => state === "published")).toBe(true);
  expect(new Set(programmes.map(({ terms }: { terms: { service: string } }) => terms.service)).size).toBe(4);
});

test("the residents it has loaded show what it says of them", async () => {
  const token = await system.token("window", { areas: ["339900"] });
  await system.quiet();
  const loaded = [...system.log().matchAll(/^ {2}(r-\w{26}) {2}(\S+) {2}(.*)$/gm)];
  const scores = new Map<string, { readonly [field: string]: unknown }>();
  for (const [, residentId = "", name = ""] of loaded) {
    scores.set(name, (await system.api("GET", `/v1/residents/${residentId}/score`, { token })).body);
  }

  expect(Object.fromEntries([...scores].map(([name, { status }]) => [name, status]))).toEqual({
    何山雨: "effective",
    陆听泉: "void-suspended",
    江望舒: "effective",
    顾小满: "effective",
    宋晚舟: "void-cancelled",
    叶知秋: "effective",
    程远帆: "effective",
    闰九: "effective",
    白露: "effective",
    石问渠: "effective",
    林间月: "effective",
    方未至: "effective",
  });
  expect(scores.get("何山雨")).toMatchObject({ effectiveTotal: 76, stale: [] });
  expect(scores.get("程远帆")).toMatchObject({ warnings: [{ code: "endorsement-overdue" }] });
  expect(scores.get("白露")).toMatchObject({ missing: ["education"], education: 5 });
  expect(scores.get("石问渠")).toMatchObject({
    missing: ["birthDate"],
    warnings: [{ code: "birth-date-contradicts-identity-number" }],
  });
  expect(scores.get("林间月")).toMatchObject({ area: "339902" });
});

test("the calendar moves for the functions, and one who is to be suspended then is", async () => {
  const token = await system.token("window", { areas: ["339900"] });
  const [, residentId] = /(r-\w{26}) {2}方未至/.exec(system.log()) ?? [];
  const path = `/v1/residents/${residentId}/score`;

  expect((await system.api("GET", path, { token })).body.status).toBe("effective");
  await system.local("POST", "/local/clock", { days: 30 });

  expect((await system.api("GET", path, { token })).body.status).toBe("void-suspended");
});

test("the status says where it stands", async () => {
  const { body } = await system.local("GET", "/local/status");

  expect(body).toMatchObject({ database: "in memory", startedAt: expect.any(String), calendarDay: expect.any(String) });
  expect(body.tables).toHaveLength(tableNames.length);
  expect(body.functions).toHaveLength(functionNames.length);
  expect(body.routes).toContainEqual(expect.objectContaining({ route: "$default", needsToken: false }));
});

test("what isn't there under /local is a problem as everywhere", async () => {
  const answer = await system.local("POST", "/local/tokens", { role: "king" });

  expect(answer).toMatchObject({ status: 400, body: { status: 400, errors: [{ field: "role" }] } });
  expect((await system.local("GET", "/local/nothing")).status).toBe(404);
  expect((await system.local("GET", "/local/tokens")).status).toBe(405);
});

/** Does what the printed curl command would do. */
const pasted = async (command: string): Promise<number> => {
  const [, url = ""] = /^curl -s (\S+)/.exec(command) ?? [];
  const headers = [...command.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, name = "", value = ""]) => [name, value]);
  const [, body] = /-d '([^']+)'/.exec(command) ?? [];
  const answer = await fetch(url, {
    headers: Object.fromEntries(headers),
    ...(body !== undefined && { method: "POST", body }),
  });
  return answer.status;
};
