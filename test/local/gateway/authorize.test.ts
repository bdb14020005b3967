import { generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { expect, test } from "vitest";
import { ask, serve, token } from "./served-gateway.ts";

const inAMinute = Math.floor(Date.now() / 1000) + 60;
const claims = { iss: "https://tokens.test", aud: "points", exp: inAMinute };

const secret = new TextEncoder().encode("a secret that is long enough for HS256");
const bearer = async (token: Promise<string>): Promise<string> => `Bearer ${await token}`;

const bad: readonly (readonly [string, () => Promise<string | undefined>])[] = [
  ["none", async () => undefined],
  ["one that isn't a token", async () => "Bearer abc"],
  ["one that expired", () => bearer(token({ exp: inAMinute - 120 }))],
  ["one without an end", () => bearer(token({ exp: undefined }))],
  ["one not valid yet", () => bearer(token({ nbf: inAMinute }))],
  ["one issued in the future", () => bearer(token({ iat: inAMinute }))],
  ["another issuer's", () => bearer(token({ iss: "https://other.test" }))],
  ["one for another audience", () => bearer(token({ aud: "others" }))],
  ["one for another client", () => bearer(token({ aud: undefined, client_id: "others" }))],
  ["one signed by another key", async () => bearer(token({}, (await generateKeyPair("RS256")).privateKey))],
  [
    "one signed by HS256",
    () => bearer(new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: "one" }).sign(secret)),
  ],
  ["an unsigned one", () => bearer(Promise.resolve(new UnsecuredJWT(claims).encode()))],
];

test.for(bad)("a token that isn't good is refused: %s", async ([, authorization]) => {
  const url = await serve({ routes: ["GET /things"] });
  const sent = await authorization();

  const got = await ask(`${url}/things`, { headers: sent === undefined ? {} : { Authorization: sent } });

  expect(got).toMatchObject({
    status: 401,
    body: '{"message":"Unauthorized"}',
    headers: { "www-authenticate": "Bearer" },
  });
});

test.for([
  ["for this audience among others", { aud: ["others", "points"] }],
  ["for this client, where no audience is named", { aud: undefined, client_id: "points" }],
] as const)("a good token lets in: %s", async ([, changed]) => {
  const url = await serve({ routes: ["GET /things"] });

  const got = await ask(`${url}/things`, { headers: { Authorization: await bearer(token(changed)) } });

  expect(got.status).toBe(200);
});

test("a route without an authorizer asks for no token", async () => {
  const url = await serve({ routes: ["$default"] });

  expect((await ask(`${url}/things`)).status).toBe(200);
});
