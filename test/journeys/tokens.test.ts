import { generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { expect, test } from "vitest";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
const path = "/v1/residents/r-0000000000000000000000000a/score";
const claims = {
  iss: "https://tokens.demo.example",
  aud: "new-resident-points",
  sub: "w-1",
  role: "window",
  areas: "339900",
  exp: Math.floor(Date.now() / 1000) + 600,
};

const traps: readonly (readonly [string, () => Promise<string | undefined>])[] = [
  ["no token", async () => undefined],
  ["one that expired", () => system.token("window", { areas: ["339900"], expiresIn: -60 })],
  ["another issuer's", async () => signed({ ...claims, iss: "https://tokens.elsewhere.example" })],
  ["one signed by another key under the issuer's name", async () => signed(claims)],
  ["one signed by HS256 with the public key", async () => signedByPublicKey()],
  ["one that says alg none", async () => new UnsecuredJWT(claims).encode()],
  ["one whose claims were changed after signing", async () => changed(await system.token("resident"))],
];

test.for(traps)("a call with a token that is not to be trusted is 401: %s", async ([, token]) => {
  const sent = await token();

  const answer = await system.api("GET", path, sent === undefined ? {} : { token: sent });

  expect(answer).toMatchObject({ status: 401, body: { message: "Unauthorized" } });
});

test("the same call with a good token gets as far as the function", async () => {
  const answer = await system.api("GET", path, { token: await system.token("window", { areas: ["339900"] }) });

  expect(answer).toMatchObject({ status: 404, body: { type: "/problems/resident-unknown" } });
});

test("a token lives in real time, whatever the calendar says", async () => {
  const token = await system.token("window", { areas: ["339900"] });
  await system.clock("2027-06-30");

  expect((await system.api("GET", path, { token })).status).toBe(404);
});

const signed = async (payload: typeof claims): Promise<string> => {
  const { privateKey } = await generateKeyPair("RS256");
  return new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: "local" }).sign(privateKey);
};

const signedByPublicKey = async (): Promise<string> => {
  const { keys } = (await system.local("GET", "/local/issuer/jwks.json")).body;
  const secret = new TextEncoder().encode(JSON.stringify(keys[0]));
  return new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: "local" }).sign(secret);
};

const changed = (token: string): string => {
  const [header, , signature] = token.split(".");
  return `${header}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${signature}`;
};
