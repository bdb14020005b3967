import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { Facts } from "#shared/domain/facts.ts";
import { PermitEvent } from "#shared/domain/permit-event.ts";
import { type AnyRefusal, isRefusal } from "#shared/domain/refusal.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { parseRequest } from "#shared/http/parse-request.ts";
import { gatewayEvent, type SentRequest } from "#test/support/gateway-event.ts";

const residentId = "r-0h7q3n5v9x2k4m6p8s1t3w5y7z";
const facts = { birthDate: "1990-01-01", education: null, skills: null, pension: [], residence: null };
const pension = { from: "2023-01", to: "2023-12", province: "330000", kind: "employee" };

const storeThings = {
  id: "store-things",
  method: "POST",
  path: "/v1/residents/{residentId}/things",
  summary: "Store things",
  description: "For tests",
  roles: ["feed"],
  params: z.strictObject({ residentId: ResidentId }),
  query: z.strictObject({ asOf: CalendarDate.optional(), cursor: z.string().optional() }),
  body: z.strictObject({
    area: AreaCode,
    records: z
      .array(z.strictObject({ facts: Facts }))
      .max(2)
      .optional(),
    event: PermitEvent.optional(),
    either: z.union([z.strictObject({ all: z.literal(true) }), z.strictObject({ area: AreaCode })]).optional(),
    when: z.union([z.literal("always"), z.strictObject({ from: CalendarDate, to: CalendarDate })]).optional(),
  }),
  answers: { 200: { description: "Stored" } },
  refusals: [],
  stores: true,
} as const satisfies Endpoint;

const { body: _, ...storeNothing } = storeThings;

const good: SentRequest = { method: "POST", params: { residentId }, body: { area: "339901" } };

const parsed = (sent: SentRequest, endpoint: Endpoint = storeThings) =>
  parseRequest(endpoint, gatewayEvent({ ...good, ...sent }));

const refusal = (sent: SentRequest, endpoint?: Endpoint): AnyRefusal => {
  try {
    parsed(sent, endpoint);
  } catch (thrown) {
    if (isRefusal(thrown)) return thrown;
    throw thrown;
  }
  throw new Error("the request was taken");
};

const offending = (sent: SentRequest, endpoint?: Endpoint) => {
  const { code, details } = refusal(sent, endpoint);
  expect(code).toBe("invalid-request");
  return "errors" in details ? details.errors : [];
};

const fields = (sent: SentRequest) => offending(sent).map(({ field }) => field);

describe("a request that fits", () => {
  test("is taken apart", () => {
    const request = parsed({ query: "asOf=2024-06-30", headers: { "Idempotency-Key": "k-1" } });

    expect(request).toEqual({
      params: { residentId },
      query: { asOf: "2024-06-30" },
      body: { area: "339901" },
      bodyText: '{"area":"339901"}',
      idempotencyKey: "k-1",
    });
  });

  test("may come in base64", () => {
    expect(parsed({ base64: true })).toMatchObject({ body: { area: "339901" }, bodyText: '{"area":"339901"}' });
  });

  test.each(["application/json; charset=utf-8", 'Application/JSON;charset="UTF-8"', "application/json ; v=1"])(
    "may call its body %s",
    (type) => {
      expect(parsed({ headers: { "content-type": type } })).toMatchObject({ body: { area: "339901" } });
    },
  );

  test("may hold a comma in a parameter that is given once", () => {
    expect(parsed({ query: "cursor=a%2Cb" })).toMatchObject({ query: { cursor: "a,b" } });
  });

  test("may send nothing, or nothing in braces, where no body is asked for", () => {
    const { body: _, ...bare } = good;
    const event = gatewayEvent(bare);

    expect(parseRequest(storeNothing, event)).toMatchObject({ body: {} });
    expect(parsed({ body: {} }, storeNothing)).toMatchObject({ body: {} });
  });

  test("has no body where its method has none", () => {
    expect(parsed({ body: "anything" }, { ...storeNothing, method: "GET" })).toMatchObject({ body: {}, bodyText: "" });
  });
});

describe("every offending field is named", () => {
  test.each<[string, SentRequest, string[]]>([
    ["a malformed id in the path", { params: { residentId: "r-1" } }, ["residentId"]],
    ["a day that does not exist", { query: "asOf=2024-02-30" }, ["asOf"]],
    ["an unknown parameter", { query: "asof=2024-02-28" }, ["asof"]],
    ["a repeated parameter", { query: "asOf=2024-02-28&asOf=2024-02-29" }, ["asOf"]],
    ["a repeated parameter that any text fits", { query: "cursor=a&cursor=b" }, ["cursor"]],
    ["a parameter repeated in another spelling", { query: "cursor=a&curs%6Fr=b" }, ["cursor"]],
    ["an idempotency key with a blank", { headers: { "Idempotency-Key": "a b" } }, ["Idempotency-Key"]],
    ["an empty idempotency key", { headers: { "Idempotency-Key": "" } }, ["Idempotency-Key"]],
    ["an idempotency key too long", { headers: { "Idempotency-Key": "k".repeat(256) } }, ["Idempotency-Key"]],
    ["an idempotency key in Chinese", { headers: { "Idempotency-Key": "键" } }, ["Idempotency-Key"]],
    ["a missing field", { body: {} }, ["area"]],
    ["an unknown field", { body: { area: "339901", areas: [] } }, ["areas"]],
    ["an unknown field with an odd name", { body: { area: "339901", "a b": 1 } }, ['["a b"]']],
    ["a field that would be a prototype", { body: '{"area":"339901","__proto__":{}}' }, ["__proto__"]],
    ["a null for a text", { body: { area: null } }, ["area"]],
    ["a number for a text", { body: { area: 339901 } }, ["area"]],
    ["a list for an object", { body: [] }, ["$"]],
    ["a bare text", { body: '"339901"' }, ["$"]],
    ["too many records", { body: { area: "339901", records: [{ facts }, { facts }, { facts }] } }, ["records"]],
    [
      "something deep inside",
      {
        body: {
          area: "339901",
          records: [{ facts }, { facts: { ...facts, pension: [{ ...pension, to: "2022-01" }] } }],
        },
      },
      ["records[1].facts.pension[0].to"],
    ],
    [
      "an unknown field deep inside",
      { body: { area: "339901", records: [{ facts: { ...facts, pension: [{ ...pension, amount: 1 }] } }] } },
      ["records[0].facts.pension[0].amount"],
    ],
    ["an unknown kind", { body: { area: "339901", event: { type: "vanish" } } }, ["event.type"]],
    ["no alternative that fits", { body: { area: "339901", either: { area: "1" } } }, ["either.area"]],
    [
      "two in the nearest alternative",
      { body: { area: "339901", when: { from: 1, to: 2 } } },
      ["when.from", "when.to"],
    ],
    ["no alternative at all", { body: { area: "339901", either: 7 } }, ["either"]],
  ])("%s", (_, sent, expected) => {
    expect(fields(sent)).toEqual(expected);
  });

  test("all of them at once, from path, query, headers and body", () => {
    const sent = {
      params: { residentId: "someone" },
      query: "asOf=soon&limit=5&cursor=a&cursor=b",
      headers: { "Idempotency-Key": " " },
      body: { area: "1330212", records: [{}], more: true },
    };

    expect(fields(sent).sort()).toEqual(
      ["Idempotency-Key", "area", "asOf", "cursor", "limit", "more", "records[0].facts", "residentId"].sort(),
    );
  });

  test("a missing field is said to be required", () => {
    expect(offending({ body: {} })).toEqual([{ field: "area", detail: expect.stringMatching(/^is required: /) }]);
  });

  test("a field is named once, with the first thing to say about it", () => {
    expect(offending({ query: "asOf=soon" })).toEqual([
      { field: "asOf", detail: "must be a day that exists, written YYYY-MM-DD" },
    ]);
  });

  test("an unknown kind is told the kinds there are", () => {
    const [error] = offending({ body: { area: "339901", event: { type: "vanish" } } });

    expect(error?.detail).toContain("issue, suspend, restore, cancel");
  });

  test("a body for a call that takes none", () => {
    expect(offending({ body: { force: true } }, storeNothing)).toEqual([
      { field: "force", detail: "is not known here: remove it" },
    ]);
  });

  test("but no more than fit into an answer", () => {
    const errors = offending({
      body: { area: "339901", ...Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`x${n}`, 1])) },
    });

    expect(errors).toHaveLength(1001);
    expect(errors.at(-1)).toEqual({ field: "$", detail: "4000 further fields offend" });
  });

  test("and what was sent is never quoted", () => {
    const secret = "330102199001011234";
    const sent = {
      params: { residentId: secret },
      query: `asOf=${secret}`,
      headers: { "Idempotency-Key": `${secret} ` },
      body: {
        area: secret,
        records: [{ facts: { ...facts, birthDate: secret } }],
        event: { type: secret },
        either: secret,
      },
    };

    expect(fields(sent)).toHaveLength(7);
    expect(JSON.stringify(offending(sent))).not.toContain(secret);
  });
});

describe("a body that is not JSON", () => {
  test.each([
    ["cut off", '{"area":'],
    ["empty", ""],
    ["blank", " \n"],
    ["followed by more", '{"area":"339901"} {}'],
    ["written for people", "{area:'339901'}"],
    ["marked as UTF-8", '\uFEFF{"area":"339901"}'],
    ["not a number", '{"area":NaN}'],
  ])("(%s) is malformed", (_, body) => {
    expect(refusal({ body, headers: { "content-type": "application/json" } }).code).toBe("malformed-json");
  });

  test("(none at all) is malformed where one is asked for", () => {
    const event = gatewayEvent({
      method: "POST",
      params: { residentId },
      headers: { "content-type": "application/json" },
    });

    expect(() => parseRequest(storeThings, event)).toThrow(expect.objectContaining({ code: "malformed-json" }));
  });

  test("(bytes that are not UTF-8) is malformed", () => {
    const event = {
      ...gatewayEvent(good),
      body: Buffer.from([0x22, 0xd5, 0xc5, 0x22]).toString("base64"),
      isBase64Encoded: true,
    };

    expect(() => parseRequest(storeThings, event)).toThrow(expect.objectContaining({ code: "malformed-json" }));
  });

  test("never has its text quoted", () => {
    expect(refusal({ body: "330102199001011234 张三" }).details).toEqual({ reason: "it does not parse" });
  });

  test.each(["text/plain", "", "application/json; charset=gbk", "application/merge-patch+json", "text/json"])(
    "(called %j) is of another media type",
    (type) => {
      expect(refusal({ headers: { "content-type": type } }).code).toBe("unsupported-media-type");
    },
  );
});
