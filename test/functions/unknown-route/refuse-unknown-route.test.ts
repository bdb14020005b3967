import { expect, test } from "vitest";
import { handler } from "#functions/unknown-route/refuse-unknown-route.handler.ts";
import { refuseUnknownRoute } from "#functions/unknown-route/refuse-unknown-route.ts";
import { send } from "#test/support/gateway-event.ts";

const refuse = refuseUnknownRoute([
  { method: "GET", path: "/v1/residents/{residentId}/score" },
  { method: "POST", path: "/v1/residents" },
  { method: "PUT", path: "/v1/things/{thing}" },
  { method: "GET", path: "/v1/things/{thing}" },
]);

test.each([
  ["GET", "/"],
  ["GET", "/v1"],
  ["GET", "/v2/residents/r-1/score"],
  ["GET", "/v1/residents/r-1/score/"],
  ["GET", "/v1/residents//score"],
  ["GET", "/v1/residents/r-1/r-2/score"],
  ["GET", "/V1/residents/r-1/score"],
  ["POST", "/v1/residents/"],
  ["OPTIONS", "/local/clock"],
])("%s %s is no call", (method, path) => {
  expect(refuse({ method, path })).toMatchObject({ code: "route-unknown" });
});

test.each([
  ["DELETE", "/v1/residents/r-1/score", ["GET"]],
  ["POST", "/v1/residents/%2F/score", ["GET"]],
  ["GET", "/v1/residents", ["POST"]],
  ["OPTIONS", "/v1/things/one", ["GET", "PUT"]],
])("%s %s is the wrong method", (method, path, allowed) => {
  expect(refuse({ method, path })).toMatchObject({ code: "method-not-allowed", details: { allowed } });
});

test("whoever asks is told so, without a token", async () => {
  const answer = await send(handler, { method: "GET", path: "/v1/nowhere", claims: null });

  expect(answer).toMatchObject({ statusCode: 404, json: { type: "/problems/route-unknown" } });
  expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
});
