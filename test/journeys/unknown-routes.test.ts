import { expect, test } from "vitest";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });

test.for([
  ["GET", "/"],
  ["GET", "/v2/residents"],
  ["DELETE", "/v1"],
  ["GET", "/v1/residents/r-0000000000000000000000000a/score/"],
] as const)("%s %s is a problem that says there is no such call", async ([method, path]) => {
  expect(await system.api(method, path)).toMatchObject({ status: 404, body: { type: "/problems/route-unknown" } });
});

test("a known path under another method is 405 and names the methods", async () => {
  const answer = await system.api("DELETE", "/v1/residents");

  expect(answer).toMatchObject({
    status: 405,
    headers: { allow: "POST" },
    body: { type: "/problems/method-not-allowed" },
  });
});

test("a body larger than the gateway takes is refused by the gateway itself", async () => {
  const token = await system.token("operator");

  const answer = await system.api("POST", "/v1/recomputations", { token, body: `"${"a".repeat(10 * 1024 * 1024)}"` });

  expect(answer).toMatchObject({ status: 413, body: { message: "Request Entity Too Large" } });
});
