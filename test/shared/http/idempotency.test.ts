import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { route } from "#shared/http/route.ts";
import type { Requests } from "#shared/storage/requests.ts";
import { type SentRequest, send } from "#test/support/gateway-event.ts";
import { memoryRequests } from "#test/support/memory-requests.ts";

const storeThing = {
  id: "store-thing",
  method: "POST",
  path: "/v1/shelves/{shelf}/things",
  summary: "Store a thing",
  description: "For tests",
  roles: ["feed"],
  params: z.strictObject({ shelf: z.string() }),
  body: z.strictObject({ thing: z.string() }),
  answers: { 201: { description: "Stored" } },
  refusals: ["batch-unknown"],
  stores: true,
} as const satisfies Endpoint;

const once: SentRequest = {
  method: "POST",
  params: { shelf: "a" },
  claims: { role: "feed" },
  headers: { "Idempotency-Key": "k-1" },
  body: { thing: "one" },
};

/** A handler that counts how often it really stores, and may be made to refuse or fail. */
const aShelf = (requests: Requests = memoryRequests()) => {
  let stored = 0;
  let next: () => Promise<void> = async () => {};
  const handler = route(
    storeThing,
    async () => {
      await next();
      stored += 1;
      return { status: 201, body: { stored, at: `${Math.random()}` }, headers: { location: `/v1/things/${stored}` } };
    },
    requests,
  );
  return {
    send: (differing: SentRequest = {}) => send(handler, { ...once, ...differing }),
    stored: () => stored,
    whenAsked: (does: () => Promise<void>) => {
      next = does;
    },
  };
};

const { headers: _, ...withoutKey } = once;

describe("a repeated request", () => {
  test("is carried out once and answered again, byte for byte", async () => {
    const shelf = aShelf();
    const first = await shelf.send();

    const second = await shelf.send();

    expect(shelf.stored()).toBe(1);
    expect(second).toEqual({ ...first, headers: { ...first.headers, "idempotency-replayed": "true" } });
    expect(first.headers["idempotency-replayed"]).toBeUndefined();
  });

  test("without a key is carried out again", async () => {
    const shelf = aShelf();

    await shelf.send({ ...withoutKey, headers: {} });
    await shelf.send({ ...withoutKey, headers: {} });

    expect(shelf.stored()).toBe(2);
  });

  test("with another body is refused", async () => {
    const shelf = aShelf();
    await shelf.send();

    const answer = await shelf.send({ body: { thing: "two" } });

    expect(answer).toMatchObject({ statusCode: 409, json: { type: "/problems/idempotency-key-reused" } });
    expect(shelf.stored()).toBe(1);
  });

  test("while the first still runs is refused for the moment", async () => {
    const shelf = aShelf();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    shelf.whenAsked(() => released);
    const first = shelf.send();

    const second = await shelf.send();
    release();

    expect(second).toMatchObject({
      statusCode: 409,
      headers: { "retry-after": "1" },
      json: { type: "/problems/idempotency-key-running" },
    });
    expect(await first).toMatchObject({ statusCode: 201 });
    expect(await shelf.send()).toMatchObject({ statusCode: 201, headers: { "idempotency-replayed": "true" } });
    expect(shelf.stored()).toBe(1);
  });

  test.each<[string, SentRequest]>([
    ["of somebody else", { claims: { role: "feed", sub: "someone else" } }],
    ["from another issuer", { claims: { role: "feed", iss: "https://other.test" } }],
    ["for another thing in the path", { params: { shelf: "b" } }],
    ["under another key", { headers: { "Idempotency-Key": "k-2" } }],
  ])("%s is a request of its own", async (_, differing) => {
    const shelf = aShelf();
    await shelf.send();

    await shelf.send(differing);

    expect(shelf.stored()).toBe(2);
  });

  test("never hands its answer to whoever may not call any more", async () => {
    const shelf = aShelf();
    await shelf.send();

    expect(await shelf.send({ claims: { role: "window" } })).toMatchObject({ statusCode: 403 });
  });
});

describe("a key", () => {
  test("may be used again for the same request after a refusal, and for no other", async () => {
    const shelf = aShelf();
    shelf.whenAsked(async () => {
      throw new Refusal("batch-unknown", { batchId: "b-1" });
    });
    const refused = await shelf.send();
    shelf.whenAsked(async () => {});

    const other = await shelf.send({ body: { thing: "two" } });
    const same = await shelf.send();

    expect([refused, other, same].map(({ statusCode }) => statusCode)).toEqual([404, 409, 201]);
    expect(same.headers["idempotency-replayed"]).toBeUndefined();
  });

  test("may be used again at once after a fault", async () => {
    const shelf = aShelf();
    shelf.whenAsked(async () => {
      throw new Error("the database went away");
    });
    const failed = await shelf.send();
    shelf.whenAsked(async () => {});

    expect([failed, await shelf.send()].map(({ statusCode }) => statusCode)).toEqual([500, 201]);
  });

  test("is not bound by a request that does not fit the contract", async () => {
    const shelf = aShelf();

    const misfit = await shelf.send({ body: { things: "one" } });

    expect([misfit, await shelf.send()].map(({ statusCode }) => statusCode)).toEqual([400, 201]);
  });
});

describe("when the keys cannot be written", () => {
  const broken = async () => {
    throw new Error("the table went away");
  };

  test("nothing is carried out that could not be found again", async () => {
    const shelf = aShelf({ ...memoryRequests(), take: broken });

    expect(await shelf.send()).toMatchObject({ statusCode: 500 });
    expect(shelf.stored()).toBe(0);
  });

  test("what was carried out is still answered", async () => {
    const shelf = aShelf({ ...memoryRequests(), keep: broken });

    expect(await shelf.send()).toMatchObject({ statusCode: 201 });
  });

  test("a refusal is still that refusal", async () => {
    const shelf = aShelf({ ...memoryRequests(), release: broken });
    shelf.whenAsked(async () => {
      throw new Refusal("batch-unknown", { batchId: "b-1" });
    });

    expect(await shelf.send()).toMatchObject({ statusCode: 404 });
  });
});
