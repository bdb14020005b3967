import * as z from "zod";
import type { RefusalCode } from "#shared/domain/refusal.ts";
import { applicationProblems } from "./application-problems.ts";
import { findingProblems } from "./finding-problems.ts";
import { householdProblems } from "./household-problems.ts";
import { listingProblems } from "./listing-problems.ts";
import { materialProblems } from "./material-problems.ts";
import { messageProblems } from "./message-problems.ts";
import type { ProblemsOf } from "./problem-kind.ts";
import { programmeProblems } from "./programme-problems.ts";
import { reviewProblems } from "./review-problems.ts";

/** One offending field of a request. */
export const OffendingField = z
  .strictObject({
    field: z.string().meta({
      description: "Where it is: a path such as `records[3].facts.pension[0].to`; `$` is the body as a whole",
    }),
    detail: z.string().meta({ description: "What to do about it" }),
  })
  .meta({ id: "OffendingField" });

/** What a handler answers when it says no (RFC 9457). */
export interface Problem {
  /** Stable: what a program compares. The API document describes each. */
  readonly type: `/problems/${ProblemCode}`;
  readonly title: string;
  readonly status: number;
  /** For people: what to do next. */
  readonly detail: string;
  readonly errors?: readonly z.infer<typeof OffendingField>[];
  /** Only on `listing-ended`: all that is left to be seen. */
  readonly digest?: string;
  readonly counts?: Readonly<Record<string, number>>;
  /** Only on `internal-error`: what to quote to the operator. */
  readonly requestId?: string;
}

export type ProblemCode = RefusalCode | "internal-error";

export const problemType = <Code extends ProblemCode>(code: Code): `/problems/${Code}` => `/problems/${code}`;

/** Refusal → problem. The one table from code to status, title and advice. */
export const problems: ProblemsOf<RefusalCode> = {
  ...applicationProblems,
  ...reviewProblems,
  ...materialProblems,
  ...messageProblems,
  ...listingProblems,
  ...householdProblems,
  ...findingProblems,
  ...programmeProblems,
  "invalid-request": {
    status: 400,
    title: "The request does not fit the contract",
    listsFields: true,
    detail: ({ errors }) =>
      `Correct what \`errors\` lists (${count(errors.length, "field")}) and send the request again.`,
  },
  "malformed-json": {
    status: 400,
    title: "The body is not JSON",
    detail: ({ reason }) => `Send one JSON text in UTF-8: ${reason}.`,
  },
  "unsupported-media-type": {
    status: 415,
    title: "The body is of another media type",
    detail: () => "Send the body with `Content-Type: application/json` (UTF-8).",
  },
  "route-unknown": {
    status: 404,
    title: "There is no such call",
    detail: () => "Compare the path with those of the API document; paths have no trailing slash.",
  },
  "method-not-allowed": {
    status: 405,
    title: "The path knows other methods",
    detail: ({ allowed }) => `Use ${allowed.join(" or ")} here.`,
  },
  "role-not-allowed": {
    status: 403,
    title: "Your role may not make this call",
    detail: ({ needed }) =>
      `Use a token with a \`sub\` claim and one of these words in its \`role\` claim: ${needed.join(", ")}.`,
  },
  "area-not-allowed": {
    status: 403,
    title: "The area is not one of yours",
    detail: ({ area }) =>
      `Your token's \`areas\` claim does not cover ${area}: leave it to whoever is responsible there.`,
  },
  "department-not-allowed": {
    status: 403,
    title: "The department is not yours",
    detail: ({ department }) =>
      `Only a token whose \`department\` claim is ${department} may report for that department.`,
  },
  "step-not-allowed": {
    status: 409,
    title: "It does not stand where this can be done",
    detail: ({ state, step, allowed }) =>
      `It is ${state}; ${step} is not possible from there. You may ${allowed.join(", ") || "do nothing more"}.`,
  },
  "resident-unknown": {
    status: 404,
    title: "No such resident",
    detail: () =>
      "No resident whom you may see has this residentId. Check it, or find the right one with POST /v1/residents/resolve.",
  },
  "identity-unknown": {
    status: 404,
    title: "Nobody is registered with this identity number",
    detail: () =>
      "Nobody whom you may see is registered with it. Check the number; public security registers new residents.",
  },
  "identity-name-differs": {
    status: 409,
    title: "The name differs from the one registered",
    detail: () =>
      "Compare number and name with the person's paper; a registered name is corrected by the registering authority.",
  },
  "record-id-reused": {
    status: 409,
    title: "The record id was used for another record",
    detail: ({ recordId }) =>
      `Record ${recordId} was taken in with another content: send the new record under an id of its own.`,
  },
  "source-version-reused": {
    status: 409,
    title: "The source version was used for other facts",
    detail: ({ sourceVersion }) =>
      `Source version ${sourceVersion} was taken in with other facts: send the facts under a larger source version.`,
  },
  "event-id-reused": {
    status: 409,
    title: "The event id was used for another event",
    detail: ({ eventId }) =>
      `Event ${eventId} was taken in with another content: send the new event under an id of its own.`,
  },
  "event-never-lawful": {
    status: 409,
    title: "The event can never be lawful",
    detail: ({ eventId, because }) =>
      because === "after-cancel"
        ? `Event ${eventId} takes effect after its permit was cancelled: check the day and the sequence; a new permit has an id of its own.`
        : `Event ${eventId} takes effect before its permit was issued: check the day and the sequence.`,
  },
  "happened-after-receipt": {
    status: 422,
    title: "Something that must have happened lies ahead",
    listsFields: true,
    detail: () => "Correct the days that `errors` lists, or send them once they have come.",
  },
  "dossier-too-large": {
    status: 422,
    title: "The dossier would become too large",
    detail: ({ bytes, limit }) =>
      `It would take ${bytes} bytes of at most ${limit}: merge adjoining ranges, or leave out what no longer counts.`,
  },
  "dossier-busy": {
    status: 503,
    title: "Others are changing the same dossier",
    detail: () => "Nothing was stored. Send the same request again in a moment.",
    retryAfterSeconds: 1,
  },
  "idempotency-key-reused": {
    status: 409,
    title: "The idempotency key was used with another request",
    detail: () => "Use a new Idempotency-Key for a new request; repeat a request with the very same body.",
  },
  "idempotency-key-running": {
    status: 409,
    title: "The first request with this idempotency key is still running",
    detail: () => "Wait a moment, then send the same request with the same Idempotency-Key to get its answer.",
    retryAfterSeconds: 1,
  },
  "batch-id-reused": {
    status: 409,
    title: "The batch id was used for another batch",
    detail: ({ batchId }) =>
      `Batch ${batchId} was taken in with other records: send the new batch under an id of its own.`,
  },
  "batch-unknown": {
    status: 404,
    title: "No such batch",
    detail: ({ batchId }) => `This feed has no batch ${batchId}: check the department and the batch id.`,
  },
  "batch-busy": {
    status: 503,
    title: "Another request is taking the same batch in",
    detail: () => "Send the same batch again in a moment: it gets the answer to each record then.",
    retryAfterSeconds: 2,
  },
  "batch-not-held": {
    status: 409,
    title: "The batch is not held",
    detail: ({ batchId, state }) => `Batch ${batchId} is ${state}; only a held batch can be released or dropped.`,
  },
  "job-unknown": {
    status: 404,
    title: "No such recomputation",
    detail: ({ jobId }) => `There is no job ${jobId}: use the id that POST /v1/recomputations answered.`,
  },
  "job-done": {
    status: 409,
    title: "The recomputation is done",
    detail: ({ jobId }) =>
      `Job ${jobId} is done, nothing of it can be stopped or resumed: ask for a new one with POST /v1/recomputations.`,
  },
  "job-not-started": {
    status: 503,
    title: "The recomputation is stored, but did not begin",
    detail: ({ jobId }) =>
      `Begin it in a moment with POST /v1/recomputations/${jobId}/resume; there is no need for a new one.`,
    retryAfterSeconds: 5,
  },
  "letter-unknown": {
    status: 404,
    title: "No such letter",
    detail: ({ letterId }) =>
      `There is no letter ${letterId} to this resident: use an id that GET /v1/residents/{residentId}/letters answers.`,
  },
};

/** The only problem that no refusal makes: a fault, about which nothing is said but where to find it. */
export const internalError = {
  status: 500,
  title: "Something went wrong on our side",
  detail: "Send the same request again in a moment; if that does not help, quote requestId to the operator.",
} as const;

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
