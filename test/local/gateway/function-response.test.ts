import { expect, test } from "vitest";
import { functionResponse } from "#local/gateway/function-response.ts";

const response = (answer: unknown) => {
  const { body, ...rest } = functionResponse(JSON.stringify(answer)) ?? {};
  return body && { ...rest, body: body.toString() };
};

test("an answer with a status says everything itself", () => {
  const answer = { statusCode: 201, headers: { ETag: '"1"', "X-Count": 2 }, cookies: ["a=1", "b=2"], body: "done" };

  expect(response(answer)).toEqual({
    status: 201,
    headers: { "content-type": "text/plain; charset=utf-8", etag: '"1"', "x-count": "2", "set-cookie": ["a=1", "b=2"] },
    body: "done",
  });
});

test("a base64 body is decoded", () => {
  const answer = { statusCode: 200, body: Buffer.from("积分").toString("base64"), isBase64Encoded: true };

  expect(response(answer)).toMatchObject({ body: "积分" });
});

test.for([
  [{ points: 71.25 }, '{"points":71.25}'],
  ["as it is", "as it is"],
  [null, "null"],
] as const)("an answer without a status is the body of a 200: %j", ([answer, body]) => {
  expect(response(answer)).toEqual({ status: 200, headers: { "content-type": "application/json" }, body });
});

test.for([
  { statusCode: "soon" },
  { statusCode: 99 },
  { statusCode: 200, body: { not: "text" } },
  { statusCode: 200, headers: { list: ["a"] } },
])("a malformed answer is none: %j", (answer) => {
  expect(response(answer)).toBeUndefined();
});
