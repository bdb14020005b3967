import { expect, test } from "vitest";
import type { AnyRefusal } from "#shared/domain/refusal.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { answerOf, refusalAnswer } from "#shared/http/answer.ts";

test("the wrong method is told the right ones", () => {
  const refusal = new Refusal("method-not-allowed", { method: "DELETE", allowed: ["GET", "PUT"] }) as AnyRefusal;

  const answer = refusalAnswer(refusal);

  expect(answer).toMatchObject({ statusCode: 405, headers: { allow: "GET, PUT" } });
});

test("a refusal that has offending fields lists them", () => {
  const errors = [{ field: "facts.birthDate", detail: "lies ahead" }];

  const answer = refusalAnswer(new Refusal("happened-after-receipt", { errors }) as AnyRefusal);

  expect(JSON.parse(answer.body ?? "")).toEqual({
    type: "/problems/happened-after-receipt",
    title: "Something that must have happened lies ahead",
    status: 422,
    detail: expect.any(String),
    errors,
  });
});

test("a page is HTML that nobody sniffs, and may nothing unless its own headers say so", () => {
  const page = "<!doctype html><title>积分</title>";

  const answer = answerOf({ status: 200, page });
  const styled = answerOf({ status: 200, page, headers: { "content-security-policy": "style-src 'sha256-…'" } });

  expect(answer).toEqual({
    statusCode: 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
    body: page,
  });
  expect(styled.headers["content-security-policy"]).toBe("style-src 'sha256-…'");
});
