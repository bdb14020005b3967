import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { startSmall } from "./small-assembly.ts";

test("a request goes through the authorizer to the bundle, which finds the engine, its tables and its day", async () => {
  const { url, database, endpoints } = await startSmall({
    functions: {
      Show: `export const handler = async ({ pathParameters, requestContext }) => ({
        id: pathParameters.id,
        claims: requestContext.authorizer.jwt.claims,
        table: process.env.TABLE,
        endpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB,
        others: [process.env.AWS_ENDPOINT_URL_SQS, process.env.AWS_ENDPOINT_URL_S3, process.env.AWS_ENDPOINT_URL_SFN],
        day: process.env.CALENDAR_DAY_OFFSET,
      });`,
    },
    routes: { "GET /things/{id}": "Show" },
  });

  const { token } = await post(url, "/local/tokens", { role: "window", areas: ["339901", "339902"], sub: "w-1" });
  await post(url, "/local/clock", { days: 30 });
  const shown = await json(await fetch(`${url}/things/7`, { headers: { authorization: `Bearer ${token}` } }));

  expect(shown).toMatchObject({ id: "7", table: "Things", day: "30" });
  expect(shown.others).toEqual([endpoints.queues, endpoints.objects, endpoints.executions]);
  expect(shown.claims).toMatchObject({ role: "window", areas: "339901 339902", sub: "w-1", aud: "points" });
  const engine = new DynamoDBClient({
    endpoint: String(shown.endpoint),
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  expect((await engine.send(new ListTablesCommand({}))).TableNames).toEqual(["Things"]);
  expect(database).toBeDefined();
});

test("the status counts what happened", async () => {
  const { url } = await startSmall({
    functions: { Fails: "export const handler = async () => { throw new Error('no'); };" },
    routes: { "GET /": "Fails", $default: "Fails" },
  });
  await fetch(`${url}/things`);

  const status = await json(await fetch(`${url}/local/status`));

  expect(status).toMatchObject({
    listening: url,
    quiet: true,
    lag: { seconds: 0 },
    calendarMovedByDays: 0,
    database: "in memory",
    tables: [{ name: "Things", items: 0, andMore: false }],
    functions: [{ name: "Fails", invocations: 1, errors: 1, threads: 1 }],
    routes: [
      { route: "GET /", function: "Fails", needsToken: true },
      { route: "$default", function: "Fails", needsToken: false },
    ],
  });
});

test("the issuer can be found out about as any OIDC issuer", async () => {
  const { url } = await startSmall({ functions: { Any: "" }, routes: { "GET /": "Any", $default: "Any" } });

  const found = await json(await fetch(`${url}/local/issuer/.well-known/openid-configuration`));
  const { keys } = await json(await fetch(String(found.jwks_uri)));

  expect(found.issuer).toBe("https://tokens.test");
  expect(keys).toEqual([{ kty: "RSA", n: expect.any(String), e: "AQAB", kid: "local", alg: "RS256", use: "sig" }]);
});

const post = async (url: string, path: string, body: object) =>
  json(await fetch(url + path, { method: "POST", body: JSON.stringify(body) }));

const json = async (response: Response) => (await response.json()) as Readonly<Record<string, unknown>>;
