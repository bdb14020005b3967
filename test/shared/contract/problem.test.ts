import { describe, expect, test } from "vitest";
import { problemSchema } from "#commands/generated/open-api/problems.ts";
import { problems } from "#shared/contract/problem.ts";
import { type AnyRefusal, Refusal, type RefusalCode, type Refusals } from "#shared/domain/refusal.ts";
import { problemOf } from "#shared/http/problem-of.ts";

const residentId = "r-0h7q3n5v9x2k4m6p8s1t3w5y7z";

/** One of each; whoever adds a refusal is asked for one by the compiler. */
const examples: { readonly [Code in RefusalCode]: Refusals[Code] } = {
  "invalid-request": { errors: [{ field: "facts.pension[0].to", detail: "must not lie before from" }] },
  "malformed-json": { reason: "it is empty" },
  "unsupported-media-type": { contentType: "text/plain" },
  "route-unknown": { method: "GET", path: "/v1/nothing" },
  "method-not-allowed": { method: "GET", allowed: ["POST", "PUT"] },
  "role-not-allowed": { roles: ["feed"], needed: ["resident", "window"] },
  "area-not-allowed": { area: "339901" },
  "department-not-allowed": { department: "hrss" },
  "resident-unknown": { residentId },
  "identity-unknown": {},
  "identity-name-differs": {},
  "record-id-reused": { recordId: "rec-1" },
  "source-version-reused": { sourceVersion: 7 },
  "event-id-reused": { eventId: "e-1" },
  "event-never-lawful": { eventId: "e-1", because: "after-cancel" },
  "happened-after-receipt": { errors: [{ field: "facts.birthDate", detail: "lies ahead" }] },
  "dossier-too-large": { bytes: 70_000, limit: 65_536 },
  "dossier-busy": { residentId },
  "idempotency-key-reused": {},
  "idempotency-key-running": {},
  "batch-id-reused": { batchId: "b-1" },
  "batch-unknown": { batchId: "b-1" },
  "batch-busy": { batchId: "b-1" },
  "batch-not-held": { batchId: "b-1", state: "accepted" },
  "job-unknown": { jobId: "j-1" },
  "job-done": { jobId: "j-1" },
  "job-not-started": { jobId: "j-1" },
  "message-unknown": { messageId: "m-0h7q3n5v9x2k4m6p8s1t3w5y7z" },
  "contact-missing": {},
  "contact-code-wrong": { triesLeft: 4 },
  "contact-code-expired": {},
  "contact-codes-exhausted": { perDay: 10 },
  "contact-busy": {},
  "material-unknown": { materialId: "e-0h7q3n5v9x2k4m6p8s1t3w5y7z" },
  "material-not-accepted": {
    materialId: "e-0h7q3n5v9x2k4m6p8s1t3w5y7z",
    state: "refused",
    reason: "content-not-allowed",
  },
  "too-many-materials": { limit: 10, per: "request" },
  "materials-missing": { missing: [["diploma", "diploma-verification"], ["identity-card"]] },
  "undertaking-missing": { version: "2023-07-26" },
  "undertaking-not-current": { version: "2020-01-01", current: "2023-07-26" },
  "relation-unknown": { relationId: "h-0h7q3n5v9x2k4m6p8s1t3w5y7z" },
  "relation-of-others": {},
  "relation-with-oneself": {},
  "relation-busy": {},
  "spouse-there": {},
  "spouse-missing": {},
  "too-many-relations": { limit: 10 },
  "review-unknown": { reviewId: "v-0h7q3n5v9x2k4m6p8s1t3w5y7z" },
  "review-busy": {},
  "listing-unknown": { listingId: "n-0h7q3n5v9x2k4m6p8s1t3w5y7z" },
  "listing-ended": { digest: "d".repeat(64), counts: { placed: 3 }, closedOn: "2024-09-20" },
  "listing-entry-unknown": { applicationNumber: "A-7K3M-0QWE-RT5Y-9ZXC" },
  "listing-busy": {},
  "objection-unknown": { objectionId: "o-0h7q3n5v9x2k4m6p8s1t3w5y7z" },
  "objection-too-late": { dueOn: "2024-09-09" },
  "objection-exists": { objectionId: "o-0h7q3n5v9x2k4m6p8s1t3w5y7z" },
  "objection-not-held": {},
  "objection-changes-nothing": {},
  "review-line-unknown": { layer: "county", code: "blood-donation" },
  "review-proposal-unfit": { fact: "skills", needed: "pension" },
  "review-line-open": {},
  "review-other-door": { kind: "claim" },
  "review-changes-nothing": {},
  "step-not-allowed": { state: "upheld", step: "appealed", allowed: [] },
  "review-locked": { until: "2026-02-14" },
  "review-not-held": {},
  "review-of-others": { departments: ["hrss"] },
  "review-of-the-office": {},
  "review-already-appealed": {},
  "opinion-already-given": { department: "hrss" },
  "decides-on-own": { because: "own-decision" },
  "second-person-needed": {},
  "appeal-made-worse": {},
  "consent-missing": {},
  "material-already-there": { materialId: "e-0h7q3n5v9x2k4m6p8s1t3w5y7z" },
  "review-full": { of: "materials", limit: 40 },
  "material-not-asked": { codes: ["diploma"] },
  "material-still-missing": { codes: ["diploma"] },
  "application-unknown": { applicationNumber: "A-7K3M-0QWE-RT5Y-9ZXC" },
  "application-busy": {},
  "application-window-closed": { opensOn: "2026-05-01", closesOn: "2026-05-31" },
  "application-cut-off": { cutOffOn: "2026-06-08" },
  "application-already-contested": {},
  "application-once": { kind: "child" },
  "application-elsewhere": { area: "339901" },
  "permit-not-valid": { standing: "suspended" },
  "child-not-confirmed": {},
  "child-born-outside": { from: "2019-09-01", through: "2020-08-31" },
  "programme-unknown": { programmeId: "p-0h7q3n5v9x2k4m6p8s1t3w5y7z" },
  "programme-busy": {},
  "programme-changed": { digest: "0f3a" },
  "programme-too-early": { from: "2026-06-01" },
  "programme-too-late": { closedOn: "2026-05-31" },
  "seed-missing": {},
  "seed-drawn-before": {},
  "finding-unknown": { findingId: "f-0h7q3n5v9x2k4m6p8s1t3w5y7z" },
  "finding-busy": {},
  "finding-unfounded": { errors: [{ field: "facts[0]", detail: "must be the id of a fact" }] },
  "finding-bar-unlawful": {},
  "finding-too-late": { dueOn: "2026-06-08" },
  "letter-unknown": { letterId: "l-0h7q3n5v9x2k4m6p8s1t3w5y7z" },
};

const refusals = (Object.keys(examples) as RefusalCode[]).map(
  (code) => [code, new Refusal(code, examples[code]) as AnyRefusal] as const,
);

describe.each(refusals)("%s", (code, refusal) => {
  test("is the problem that the API document shows", () => {
    expect(problemSchema(code).safeParse(problemOf(refusal)).error).toBeUndefined();
  });

  test("tells its reader what to do, in a sentence", () => {
    expect(problemOf(refusal).detail).toMatch(/^[A-Z].+\.$/);
    expect(problemOf(refusal).detail).not.toMatch(/undefined|\[object/);
  });
});

test("no problem about a person names the person", () => {
  const texts = refusals.map(([, refusal]) => JSON.stringify(problemOf(refusal)));

  expect(texts.filter((text) => text.includes(residentId))).toEqual([]);
});

test("an event is told on which side of its permit it fell", () => {
  const detail = (because: "before-issue" | "after-cancel") =>
    problems["event-never-lawful"].detail({ eventId: "e-1", because });

  expect([detail("before-issue"), detail("after-cancel")]).toEqual([
    expect.stringContaining("before its permit was issued"),
    expect.stringContaining("after its permit was cancelled"),
  ]);
});
