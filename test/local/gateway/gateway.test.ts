import { expect, test } from "vitest";
import { answered, ask, serve } from "./served-gateway.ts";

const mebibytes = 1024 * 1024;

test.for([
  ["larger than 10 MB", 10 * mebibytes + 1, 413],
  ["larger than the 6 MB a function takes", 6 * mebibytes, 413],
  ["of 5 MB", 5 * mebibytes, 200],
] as const)("a body %s is answered %3$i", async ([, bytes, status]) => {
  const url = await serve({ routes: ["$default"], invoke: () => answered("{}") });

  const got = await ask(url, {
    method: "POST",
    headers: { "content-type": "text/plain" },
    body: Buffer.alloc(bytes, "a"),
  });

  expect(got.status).toBe(status);
  if (status === 413) expect(got.body).toBe('{"message":"Request Entity Too Large"}');
});

test("more than the burst at once is too many", async () => {
  const url = await serve({ routes: ["$default"], throttle: { rateLimit: 0.001, burstLimit: 2 } });

  const got = [await ask(url), await ask(url), await ask(url)];

  expect(got.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(got[2]?.body).toBe('{"message":"Too Many Requests"}');
});

test("a route with a limit of its own takes nothing from the others, nor they from it", async () => {
  const few = { rateLimit: 0.001, burstLimit: 1 };
  const ownThrottle = { "GET /flooded": few };
  const url = await serve({ routes: ["GET /flooded", "$default"], throttle: few, ownThrottle });
  const statusOf = async (path: string) => (await ask(`${url}${path}`)).status;

  const flooded = [await statusOf("/flooded"), await statusOf("/flooded")];
  const others = [await statusOf("/other"), await statusOf("/other")];

  expect(flooded).toEqual([401, 429]);
  expect(others).toEqual([200, 429]);
});

test("a function that takes longer than its integration waits is unavailable", async () => {
  const url = await serve({ routes: ["$default"], timeoutMs: 20, invoke: () => new Promise(() => {}) });

  expect(await ask(url)).toMatchObject({ status: 503, body: '{"message":"Service Unavailable"}' });
});

test.for([
  ["fails", { type: "failed", errorType: "Error", errorMessage: "a secret" }],
  ["is lost", { type: "lost", errorType: "Runtime.ExitError", errorMessage: "" }],
  ["answers nonsense", { type: "answered", payload: '{"statusCode":"soon"}' }],
  ["answers more than 6 MB", { type: "answered", payload: JSON.stringify("a".repeat(6 * mebibytes)) }],
] as const)("a function that %s is an internal error, and nothing more is said", async ([, outcome]) => {
  const url = await serve({ routes: ["$default"], invoke: async () => outcome });

  expect(await ask(url)).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' });
});

test("without a $default an unknown route is the gateway's own 404", async () => {
  const url = await serve({ routes: ["GET /things"] });

  expect(await ask(`${url}/others`)).toMatchObject({ status: 404, body: '{"message":"Not Found"}' });
});

test("a path that can't be decoded is a bad request", async () => {
  const url = await serve({ routes: ["$default"] });

  expect(await ask(`${url}/%E7`)).toMatchObject({ status: 400, body: '{"message":"Bad Request"}' });
});
