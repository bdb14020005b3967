import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJson } from "#shared/http/json-text.ts";

describe("a JSON text", () => {
  test("means what JSON.parse says", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test.each([
    '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
    '{"a":"a","b":"a"}',
    '["a","a"]',
    '{"a":["a","a"],"b":1}',
    '{"a,":1,"a":"{\\"a\\":"}',
  ])("may have a name again in another object: %s", (text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  test.each([
    '{"a":1,"a":1}',
    '{"a":{"b":[1,{}],"c":"}"},"a":2}',
    '[{"x":1},{"a":[],"a":[]}]',
    '{"\\u0061":1,"a":2}',
    '{"a":[{}],"a":1}',
  ])("must not have a name twice in one object: %s", (text) => {
    expect(() => parseJson(text)).toThrow(
      expect.objectContaining({ code: "malformed-json", details: { reason: 'it names "a" twice in one object' } }),
    );
  });
});
