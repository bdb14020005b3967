import { expect, test } from "vitest";
import { routeMatcher } from "#local/gateway/match-route.ts";

const matchOf = routeMatcher(
  [
    "$default",
    "ANY /{rest+}",
    "GET /pets/{rest+}",
    "ANY /pets/{petId}/name",
    "GET /pets/{petId}/name",
    "GET /pets/{petId}",
    "GET /pets/best",
    "GET /{kind}/{id}/owner",
    "POST /pets/{petId}/name/{part}",
  ].map((key) => ({ key, functionName: key, timeoutMs: 1, authorizer: undefined })),
);

test.for([
  ["GET", "/pets/best", "GET /pets/best", {}],
  ["GET", "/pets/7", "GET /pets/{petId}", { petId: "7" }],
  ["GET", "/pets/7/name", "GET /pets/{petId}/name", { petId: "7" }],
  ["PUT", "/pets/7/name", "ANY /pets/{petId}/name", { petId: "7" }],
  ["GET", "/pets/7/name/first", "GET /pets/{rest+}", { rest: "7/name/first" }],
  ["GET", "/pets/7/owner", "GET /{kind}/{id}/owner", { kind: "pets", id: "7" }],
  ["POST", "/pets/7/name/first", "POST /pets/{petId}/name/{part}", { petId: "7", part: "first" }],
  ["POST", "/pets/best", "ANY /{rest+}", { rest: "pets/best" }],
  ["GET", "/pets/7/", "GET /pets/{rest+}", { rest: "7/" }],
  ["GET", "/", "$default", {}],
] as const)("%s %s goes to %s", ([method, path, key, pathParameters]) => {
  const match = matchOf(method, path);

  expect(match?.route.key).toBe(key);
  expect(match?.pathParameters).toEqual(pathParameters);
});

test("without a $default what matches no route is matched by nothing", () => {
  const onlyPets = routeMatcher([{ key: "GET /pets", functionName: "", timeoutMs: 1, authorizer: undefined }]);

  expect(onlyPets("GET", "/pets/")).toBeUndefined();
  expect(onlyPets("POST", "/pets")).toBeUndefined();
});
