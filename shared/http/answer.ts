import { internalError, type Problem, problems, problemType } from "#shared/contract/problem.ts";
import type { AnyRefusal } from "#shared/domain/refusal.ts";
import type { HttpAnswer } from "./http-event.ts";
import { problemOf } from "./problem-of.ts";

/** What a use case answers when all goes well. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  /** HTML in place of a body; it runs and loads nothing, and says in its own headers what style it may have. */
  readonly page?: string;
  /** Other text in place of a body. */
  readonly text?: { readonly mediaType: string; readonly content: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** The bytes that go out. */
export const answerOf = ({ status, body, page, text, headers }: Reply): HttpAnswer => {
  if (page !== undefined) return { statusCode: status, headers: { ...guarded, ...asPage, ...headers }, body: page };
  if (text !== undefined) {
    const asText = { "content-type": `${text.mediaType}; charset=utf-8` };
    return { statusCode: status, headers: { ...guarded, ...asText, ...headers }, body: text.content };
  }
  return body === undefined
    ? { statusCode: status, headers: { ...guarded, ...headers } }
    : {
        statusCode: status,
        headers: { ...guarded, "content-type": "application/json; charset=utf-8", ...headers },
        body: JSON.stringify(body),
      };
};

export const refusalAnswer = (refusal: AnyRefusal): HttpAnswer => {
  const { retryAfterSeconds } = problems[refusal.code];
  return problemAnswer(problemOf(refusal), {
    ...(retryAfterSeconds !== undefined && { "retry-after": `${retryAfterSeconds}` }),
    ...(refusal.code === "method-not-allowed" && { allow: refusal.details.allowed.join(", ") }),
  });
};

/** Says of a fault only where to find it. */
export const faultAnswer = (requestId: string): HttpAnswer =>
  problemAnswer({ type: problemType("internal-error"), ...internalError, requestId });

const problemAnswer = (problem: Problem, headers: Readonly<Record<string, string>> = {}): HttpAnswer => ({
  statusCode: problem.status,
  headers: { ...guarded, "content-type": "application/problem+json; charset=utf-8", ...headers },
  body: JSON.stringify(problem),
});

const asPage = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'",
} as const;

const guarded = { "cache-control": "no-store", "x-content-type-options": "nosniff" } as const;
