import type { MaterialReason } from "./material.ts";
import type { MaterialState } from "./material-machine.ts";

/** One offending field: where it is (a JSON path such as `facts.pension[0].to`) and what to do about it. */
export interface FieldError {
  readonly field: string;
  readonly detail: string;
}

/** Every expected no, with the facts its reader needs. Never a name, a number or a fact of a person. */
export interface Refusals {
  "invalid-request": { readonly errors: readonly FieldError[] };
  "malformed-json": { readonly reason: string };
  "unsupported-media-type": { readonly contentType: string };
  "route-unknown": { readonly method: string; readonly path: string };
  "method-not-allowed": { readonly method: string; readonly allowed: readonly string[] };
  "role-not-allowed": { readonly roles: readonly string[]; readonly needed: readonly string[] };
  "area-not-allowed": { readonly area: string };
  "department-not-allowed": { readonly department: string };
  "step-not-allowed": { readonly state: string; readonly step: string; readonly allowed: readonly string[] };
  "resident-unknown": { readonly residentId: string };
  "identity-unknown": Record<never, never>;
  "identity-name-differs": Record<never, never>;
  "record-id-reused": { readonly recordId: string };
  "source-version-reused": { readonly sourceVersion: number };
  "event-id-reused": { readonly eventId: string };
  "event-never-lawful": { readonly eventId: string; readonly because: "before-issue" | "after-cancel" };
  "happened-after-receipt": { readonly errors: readonly FieldError[] };
  "dossier-too-large": { readonly bytes: number; readonly limit: number };
  "dossier-busy": { readonly residentId: string };
  "idempotency-key-reused": Record<never, never>;
  "idempotency-key-running": Record<never, never>;
  "batch-id-reused": { readonly batchId: string };
  "batch-unknown": { readonly batchId: string };
  "batch-busy": { readonly batchId: string };
  "batch-not-held": { readonly batchId: string; readonly state: string };
  "job-unknown": { readonly jobId: string };
  "job-done": { readonly jobId: string };
  "job-not-started": { readonly jobId: string };
  "material-unknown": { readonly materialId: string };
  "material-not-accepted": {
    readonly materialId: string;
    readonly state: MaterialState;
    readonly reason: MaterialReason | undefined;
  };
  "too-many-materials": { readonly limit: number; readonly per: "request" | "day" };
  "materials-missing": { readonly missing: readonly (readonly string[])[] };
  "undertaking-missing": { readonly version: string };
  "undertaking-not-current": { readonly version: string; readonly current: string };
  "programme-unknown": { readonly programmeId: string };
  "programme-busy": Record<never, never>;
  "programme-changed": { readonly digest: string };
  "programme-too-early": { readonly from: string };
  "programme-too-late": { readonly closedOn: string };
  "seed-missing": Record<never, never>;
  "seed-drawn-before": Record<never, never>;
  "letter-unknown": { readonly letterId: string };
  "message-unknown": { readonly messageId: string };
  "contact-missing": Record<never, never>;
  "contact-code-wrong": { readonly triesLeft: number };
  "contact-code-expired": Record<never, never>;
  "contact-codes-exhausted": { readonly perDay: number };
  "contact-busy": Record<never, never>;
  "relation-unknown": { readonly relationId: string };
  "relation-of-others": Record<never, never>;
  "relation-with-oneself": Record<never, never>;
  "relation-busy": Record<never, never>;
  "spouse-there": Record<never, never>;
  "spouse-missing": Record<never, never>;
  "too-many-relations": { readonly limit: number };
  "review-unknown": { readonly reviewId: string };
  "review-busy": Record<never, never>;
  "review-line-unknown": { readonly layer: string; readonly code: string };
  "review-proposal-unfit": { readonly fact: string; readonly needed: string };
  "review-line-open": Record<never, never>;
  "review-other-door": { readonly kind: "claim" | "review" };
  "review-changes-nothing": Record<never, never>;
  "review-locked": { readonly until: string };
  "review-not-held": Record<never, never>;
  "review-of-others": { readonly departments: readonly string[] };
  "review-of-the-office": Record<never, never>;
  "review-already-appealed": Record<never, never>;
  "opinion-already-given": { readonly department: string };
  "decides-on-own": { readonly because: "own-request" | "own-decision" };
  "second-person-needed": Record<never, never>;
  "listing-unknown": { readonly listingId: string };
  "listing-ended": {
    readonly digest: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly closedOn: string;
  };
  "listing-entry-unknown": { readonly applicationNumber: string };
  "listing-busy": Record<never, never>;
  "objection-unknown": { readonly objectionId: string };
  "objection-too-late": { readonly dueOn: string };
  "objection-exists": { readonly objectionId: string };
  "objection-not-held": Record<never, never>;
  "objection-changes-nothing": Record<never, never>;
  "appeal-made-worse": Record<never, never>;
  "consent-missing": Record<never, never>;
  "material-already-there": { readonly materialId: string };
  "review-full": { readonly of: "materials" | "statement"; readonly limit: number };
  "material-not-asked": { readonly codes: readonly string[] };
  "material-still-missing": { readonly codes: readonly string[] };
  "application-unknown": { readonly applicationNumber: string };
  "application-busy": Record<never, never>;
  "application-window-closed": { readonly opensOn: string; readonly closesOn: string };
  "application-cut-off": { readonly cutOffOn: string };
  "application-already-contested": Record<never, never>;
  "application-once": { readonly kind: "applicant" | "child" | "family" | "asset" };
  "application-elsewhere": { readonly area: string };
  "permit-not-valid": { readonly standing: "none" | "suspended" | "cancelled" };
  "finding-unknown": { readonly findingId: string };
  "finding-busy": Record<never, never>;
  "finding-unfounded": { readonly errors: readonly FieldError[] };
  "finding-bar-unlawful": Record<never, never>;
  "finding-too-late": { readonly dueOn: string };
  "child-not-confirmed": Record<never, never>;
  "child-born-outside": { readonly from: string; readonly through: string };
}

export type RefusalCode = keyof Refusals;

/** An expected no. Everything else that is thrown is a fault. */
export class Refusal<Code extends RefusalCode = RefusalCode> extends Error {
  readonly code: Code;
  readonly details: Refusals[Code];

  constructor(code: Code, details: Refusals[Code]) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.details = details;
  }
}

export type AnyRefusal = { [Code in RefusalCode]: Refusal<Code> }[RefusalCode];

export const isRefusal = (thrown: unknown): thrown is AnyRefusal => thrown instanceof Refusal;
