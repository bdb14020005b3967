import { expect, test } from "vitest";
import { ask, serve, token } from "./served-gateway.ts";

test("a function gets the event of payload format 2.0", async () => {
  const url = await serve({ routes: ["PUT /things/{thingId}/parts/{part}"] });

  const event = await eventOf(`${url}/things/a%20b/parts/7?day=2024-06-30&day=2024-07-01&word=%E7%A7%AF`, {
    method: "PUT",
    headers: {
      Authorization: `Bearer ${await token({ role: ["feed", "auditor"], areas: "339901 339902", level: 2 })}`,
      "Content-Type": "application/json",
      "X-Twice": ["one", "two, three"],
      Cookie: "a=1; b=2",
      "User-Agent": "test",
    },
    body: '{"a":1}',
  });

  expect(event).toMatchObject({
    version: "2.0",
    routeKey: "PUT /things/{thingId}/parts/{part}",
    rawPath: "/things/a b/parts/7",
    rawQueryString: "day=2024-06-30&day=2024-07-01&word=%E7%A7%AF",
    cookies: ["a=1", "b=2"],
    queryStringParameters: { day: "2024-06-30,2024-07-01", word: "积" },
    pathParameters: { thingId: "a b", part: "7" },
    headers: { "content-type": "application/json", "x-twice": "one,two, three", "x-forwarded-proto": "http" },
    body: '{"a":1}',
    isBase64Encoded: false,
    requestContext: {
      accountId: "000000000000",
      apiId: "api",
      stage: "$default",
      routeKey: "PUT /things/{thingId}/parts/{part}",
      http: {
        method: "PUT",
        path: "/things/a b/parts/7",
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent: "test",
      },
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
      timeEpoch: expect.any(Number),
      authorizer: {
        jwt: {
          claims: {
            iss: "https://tokens.test",
            aud: "points",
            sub: "someone",
            role: "[feed auditor]",
            areas: "339901 339902",
            level: "2",
            exp: expect.stringMatching(/^\d+$/),
          },
          scopes: null,
        },
      },
    },
  });
  expect(event.headers).not.toHaveProperty("cookie");
});

test("what is empty is left out", async () => {
  const url = await serve({ routes: ["$default"] });

  const event = await eventOf(`${url}/`);

  const present = ["headers", "isBase64Encoded", "rawPath", "rawQueryString", "requestContext", "routeKey", "version"];
  expect(Object.keys(event).sort()).toEqual(present);
  expect(event.requestContext).not.toHaveProperty("authorizer");
});

test.for([
  ["application/json; charset=utf-8", false],
  ["text/csv", false],
  ["application/xml", false],
  ["application/problem+json", true],
  ["application/x-www-form-urlencoded", true],
  ["image/png", true],
  [undefined, true],
] as const)("of a body of type %s it is %s that it arrives as base64", async ([type, isBase64Encoded]) => {
  const url = await serve({ routes: ["$default"] });

  const event = await eventOf(url, { method: "POST", headers: type ? { "Content-Type": type } : {}, body: "积分" });

  const body = isBase64Encoded ? Buffer.from("积分").toString("base64") : "积分";
  expect(event).toMatchObject({ isBase64Encoded, body });
});

test("an encoded slash is a slash by the time routes are compared", async () => {
  const url = await serve({ routes: ["GET /things/{id}", "$default"] });

  const event = await eventOf(`${url}/things/a%2Fb`);

  expect(event).toMatchObject({ routeKey: "$default", rawPath: "/things/a/b" });
});

const eventOf = async (...sent: Parameters<typeof ask>): Promise<Record<string, unknown>> =>
  JSON.parse((await ask(...sent)).body);
