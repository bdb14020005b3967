import * as z from "zod";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { internalError, OffendingField, type ProblemCode, problems, problemType } from "#shared/contract/problem.ts";

/** The problems that a call may answer: its own, those of every call, those of every call that takes a body or stores. */
export const problemsOf = ({ method, stores, refusals, public: isPublic }: Endpoint): readonly ProblemCode[] => [
  "invalid-request",
  ...(method === "GET" ? [] : (["malformed-json", "unsupported-media-type"] as const)),
  ...(isPublic ? [] : (["role-not-allowed"] as const)),
  ...refusals,
  ...(stores ? (["idempotency-key-reused", "idempotency-key-running"] as const) : []),
  "internal-error",
];

export const statusOf = (code: ProblemCode): number => kindOf(code).status;

/** Whether the same request may succeed a moment later. */
export const mayPass = (code: ProblemCode): boolean => kindOf(code).retryAfterSeconds !== undefined;

/** What this one problem looks like. */
export const problemSchema = (code: ProblemCode): z.ZodType => {
  const made = problemSchemas.get(code) ?? newProblemSchema(code);
  problemSchemas.set(code, made);
  return made;
};

// an id may be given to one schema only
const problemSchemas = new Map<ProblemCode, z.ZodType>();

const newProblemSchema = (code: ProblemCode): z.ZodType => {
  const { title, status, listsFields } = kindOf(code);
  return z
    .strictObject({
      type: z.literal(problemType(code)),
      title: z.literal(title),
      status: z.literal(status),
      detail: z.string().meta({ description: "For people: what to do next" }),
      ...(listsFields && { errors: z.array(OffendingField).min(1) }),
      ...(code === "internal-error" && {
        requestId: z.string().meta({ description: "What to quote to the operator" }),
      }),
      ...(code === "listing-ended" && {
        digest: z.string().meta({ description: "Of the last revision, as its export ends with it" }),
        counts: z.record(z.string(), z.int()).meta({ description: "How many there were of each result" }),
      }),
    })
    .meta({ id: `problem-${code}`, description: `${title} (RFC 9457)` });
};

interface Kind {
  readonly title: string;
  readonly status: number;
  readonly listsFields?: true;
  readonly retryAfterSeconds?: number;
}

const kindOf = (code: ProblemCode): Kind => (code === "internal-error" ? internalError : problems[code]);
