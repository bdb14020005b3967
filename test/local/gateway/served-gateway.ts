import { once } from "node:events";
import { createServer, type OutgoingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from "jose";
import { onTestFinished } from "vitest";
import type { Outcome } from "#local/functions/execution.ts";
import { gateway } from "#local/gateway/gateway.ts";
import type { Throttle } from "#local/template/api.ts";

const issuer = "https://tokens.test";
const audience = "points";
const keyPair = await generateKeyPair("RS256");
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(keyPair.publicKey)), kid: "one", alg: "RS256" }] });

interface Served {
  /** A token is asked for on each but `$default`. */
  readonly routes: readonly string[];
  readonly throttle?: Throttle;
  /** Of one route alone, by its key. */
  readonly ownThrottle?: Readonly<Record<string, Throttle>>;
  readonly timeoutMs?: number;
  /** The function behind every route. Without one it answers with its event. */
  readonly invoke?: (event: string) => Promise<Outcome>;
}

/** A gateway that listens until the test is finished, with one function behind it. */
export const serve = async ({ routes, throttle, ownThrottle = {}, timeoutMs = 30_000, invoke = answered }: Served) => {
  const call = gateway({
    api: {
      id: "api",
      throttle,
      routes: routes.map((key) => ({
        key,
        functionName: "Echo",
        timeoutMs,
        authorizer: key === "$default" ? undefined : { issuer, audience: [audience] },
        throttle: ownThrottle[key],
      })),
    },
    keys,
    invoke: (_, event) => invoke(event),
  });
  const server = createServer((incoming, response) => void call(incoming, response)).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** A function's answer, or the event it got. */
export const answered = async (payload: string): Promise<Outcome> => ({ type: "answered", payload });

/** A good token, unless claims say otherwise. */
export const token = (claims: Readonly<Record<string, unknown>> = {}, key = keyPair.privateKey): Promise<string> =>
  new SignJWT({ iss: issuer, aud: audience, sub: "someone", exp: Math.floor(Date.now() / 1000) + 60, ...claims })
    .setProtectedHeader({ alg: "RS256", kid: "one" })
    .sign(key);

interface Sent {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

interface Got {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Unlike fetch it sends repeated headers as they are. */
export const ask = (url: string, { body, ...options }: Sent = {}): Promise<Got> =>
  new Promise((resolve, reject) => {
    request(url, options, async (response) => {
      resolve({ status: response.statusCode, headers: response.headers, body: await text(response) });
    })
      .on("error", reject)
      .end(body);
  });
