import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Caller, Endpoint } from "#shared/contract/endpoint.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { route } from "#shared/http/route.ts";
import { send } from "#test/support/gateway-event.ts";

const residentId = "r-0h7q3n5v9x2k4m6p8s1t3w5y7z";

const readThing = {
  id: "read-thing",
  method: "GET",
  path: "/v1/residents/{residentId}/thing",
  summary: "Read a thing",
  description: "For tests",
  roles: ["resident", "window"],
  params: z.strictObject({ residentId: ResidentId }),
  query: z.strictObject({ asOf: z.iso.date("must be a day").optional() }),
  answers: { 200: { description: "The thing", body: z.strictObject({ thing: z.string() }) } },
  refusals: ["resident-unknown"],
  etag: true,
} as const satisfies Endpoint;

const asWindow = { params: { residentId }, claims: { role: "window", areas: "339901" } } as const;
const theThing = async () => ({ status: 200, body: { thing: "积分" } });

describe("an answer", () => {
  test("is JSON in UTF-8 that nobody sniffs", async () => {
    const answer = await send(route(readThing, theThing), asWindow);

    expect(answer).toMatchObject({ statusCode: 200, json: { thing: "积分" } });
    expect(answer.headers).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "x-content-type-options": "nosniff",
    });
  });

  test("may have headers of its own, and no body", async () => {
    const { etag: _, ...endpoint } = readThing;

    const answer = await send(
      route(endpoint, async () => ({ status: 204, headers: { location: "/elsewhere" } })),
      asWindow,
    );

    expect(answer.body).toBeUndefined();
    expect(answer.headers).toEqual({
      location: "/elsewhere",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
  });

  test("hands the handler what the schemas made of the request", async () => {
    const seen: unknown[] = [];
    const handler = route(readThing, async ({ params, query, body }) => {
      seen.push(params, query, body);
      return { status: 200, body: {} };
    });

    await send(handler, { ...asWindow, query: "asOf=2024-06-30" });

    expect(seen).toEqual([{ residentId }, { asOf: "2024-06-30" }, {}]);
  });
});

describe("who may call", () => {
  test("a role that may not call gets 403 before the request is even looked at", async () => {
    let handled = false;
    const handler = route(readThing, async () => {
      handled = true;
      return { status: 200 };
    });

    const answer = await send(handler, {
      params: { residentId: "not an id" },
      query: "unknown=1",
      claims: { role: "operator" },
    });

    expect(answer).toMatchObject({
      statusCode: 403,
      json: { type: "/problems/role-not-allowed", status: 403, detail: expect.stringContaining("resident, window") },
    });
    expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(handled).toBe(false);
  });

  test("a caller counts only in the roles in which this call may be made", async () => {
    let caller: Caller | undefined;
    const handler = route(readThing, async (call) => {
      caller = call.caller;
      return { status: 200 };
    });

    await send(handler, { params: { residentId }, claims: { role: "resident feed operator", areas: "330000" } });

    expect(caller?.roles).toEqual(["resident"]);
  });

  test("a request without a verified token is a fault of the wiring", async () => {
    const answer = await send(route(readThing, theThing), { ...asWindow, claims: null });

    expect(answer).toMatchObject({ statusCode: 500, json: { type: "/problems/internal-error" } });
  });
});

describe("a public call", () => {
  const open = { ...readThing, roles: [], public: true } as const satisfies Endpoint;

  test.each([
    ["without a token", null],
    ["with one", { role: "operator", resident_id: residentId }],
  ])("is answered %s, and nobody is told who calls", async (_, claims) => {
    let caller: Caller | undefined;
    const handler = route(open, async (call) => {
      caller = call.caller;
      return { status: 200, body: { thing: "积分" } };
    });

    const answer = await send(handler, { ...asWindow, claims });

    expect(answer).toMatchObject({ statusCode: 200, json: { thing: "积分" } });
    expect(caller).toMatchObject({ subject: "", roles: [], areas: [], residentId: undefined });
  });

  test("is held to its contract like any other", async () => {
    const answer = await send(route(open, theThing), { ...asWindow, claims: null, query: "asOf=soon" });

    expect(answer).toMatchObject({ statusCode: 400, json: { type: "/problems/invalid-request" } });
  });
});

describe("an entity tag", () => {
  test("is strong, private, and the same for the same bytes", async () => {
    const one = await send(route(readThing, theThing), asWindow);
    const other = await send(route(readThing, theThing), asWindow);
    const changed = await send(
      route(readThing, async () => ({ status: 200, body: { thing: "another" } })),
      asWindow,
    );

    expect(one.headers).toMatchObject({
      etag: expect.stringMatching(/^"[\w-]{27}"$/),
      "cache-control": "private, no-cache",
    });
    expect(other.headers.etag).toBe(one.headers.etag);
    expect(changed.headers.etag).not.toBe(one.headers.etag);
  });

  test.each([
    ["the tag", (tag: string) => tag],
    ["the tag, weakened", (tag: string) => `W/${tag}`],
    ["a list with it", (tag: string) => `"one,two", W/"x" ,${tag}`],
    ["anything", () => " * "],
  ])("%s in If-None-Match gets 304 without a body", async (_, ifNoneMatch) => {
    const handler = route(readThing, theThing);
    const first = await send(handler, asWindow);

    const answer = await send(handler, {
      ...asWindow,
      headers: { "If-None-Match": ifNoneMatch(first.headers.etag ?? "") },
    });

    expect(answer).toMatchObject({ statusCode: 304, json: undefined });
    expect(answer.headers).toEqual({
      etag: first.headers.etag,
      "cache-control": "private, no-cache",
      "x-content-type-options": "nosniff",
    });
  });

  test.each(['"another"', "", "*,*", "unquoted"])("%j in If-None-Match gets the answer", async (ifNoneMatch) => {
    const answer = await send(route(readThing, theThing), { ...asWindow, headers: { "If-None-Match": ifNoneMatch } });

    expect(answer).toMatchObject({ statusCode: 200, json: { thing: "积分" } });
  });

  test("says nothing to whoever may not have the answer", async () => {
    const hidden = route(readThing, async () => {
      throw new Refusal("resident-unknown", { residentId });
    });
    const headers = { "If-None-Match": "*" };

    const unknown = await send(hidden, { ...asWindow, headers });
    const wrongRole = await send(route(readThing, theThing), { ...asWindow, headers, claims: { role: "feed" } });
    const misfit = await send(route(readThing, theThing), { ...asWindow, headers, query: "asOf=soon" });

    expect([unknown, wrongRole, misfit].map(({ statusCode }) => statusCode)).toEqual([404, 403, 400]);
    expect([unknown, wrongRole, misfit].map(({ headers }) => headers.etag)).toEqual([undefined, undefined, undefined]);
  });

  test("stands only where the contract says so", async () => {
    const { etag: _, ...endpoint } = readThing;

    const answer = await send(route(endpoint, theThing), { ...asWindow, headers: { "If-None-Match": "*" } });

    expect(answer).toMatchObject({ statusCode: 200, headers: { "cache-control": "no-store" } });
    expect(answer.headers.etag).toBeUndefined();
  });

  test("stands on full answers only", async () => {
    const answer = await send(
      route(readThing, async () => ({ status: 202, body: {} })),
      { ...asWindow, headers: { "If-None-Match": "*" } },
    );

    expect(answer.statusCode).toBe(202);
    expect(answer.headers.etag).toBeUndefined();
  });
});

describe("a no", () => {
  test("to an unknown and to a forbidden person reads the same, byte for byte", async () => {
    const refuse = (id: string) => async () => {
      throw new Refusal("resident-unknown", { residentId: id });
    };

    const unknown = await send(route(readThing, refuse(residentId)), asWindow);
    const forbidden = await send(route(readThing, refuse("r-11111111111111111111111111")), asWindow);

    expect(unknown).toMatchObject({ statusCode: 404, json: { type: "/problems/resident-unknown" } });
    expect(forbidden).toEqual(unknown);
  });

  test("that passes says when to come back", async () => {
    const busy = route(readThing, async () => {
      throw new Refusal("dossier-busy", { residentId });
    });

    const answer = await send(busy, asWindow);

    expect(answer).toMatchObject({ statusCode: 503, headers: { "retry-after": "1", "cache-control": "no-store" } });
  });
});

describe("a fault", () => {
  test.each([
    ["an error", new Error("张三 330102199001011234", { cause: new Error("dynamodb.cn-north-1") })],
    ["a text", "张三 330102199001011234"],
    ["nothing", undefined],
    ["an error of the parser", new SyntaxError("Unexpected token 张")],
  ])("(%s) says only where to find it", async (_, thrown) => {
    const faulty = route(readThing, async () => {
      throw thrown;
    });

    const answer = await send(faulty, asWindow);

    expect(answer).toMatchObject({
      statusCode: 500,
      headers: { "content-type": "application/problem+json; charset=utf-8" },
    });
    expect(answer.json).toEqual({
      type: "/problems/internal-error",
      title: "Something went wrong on our side",
      status: 500,
      detail: expect.stringContaining("requestId"),
      requestId: "request-1",
    });
  });
});
