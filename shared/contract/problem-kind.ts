import type { RefusalCode, Refusals } from "#shared/domain/refusal.ts";

interface Kind<Details> {
  readonly status: 400 | 403 | 404 | 405 | 409 | 410 | 415 | 422 | 503;
  readonly title: string;
  /** Tells the reader what to do; holds nothing of a person, and nothing that only those who may see a person know. */
  readonly detail: (details: Details) => string;
  /** Where waiting helps. */
  readonly retryAfterSeconds?: number;
}

/** Whether the problem lists offending fields follows from the refusal's own details. */
type ProblemKind<Details> = Kind<Details> &
  (Details extends { readonly errors: unknown } ? { readonly listsFields: true } : { readonly listsFields?: never });

/** The problems that some of the refusals make. */
export type ProblemsOf<Code extends RefusalCode> = { readonly [One in Code]: ProblemKind<Refusals[One]> };
