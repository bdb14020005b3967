import type * as z from "zod";
import type { RefusalCode } from "#shared/domain/refusal.ts";
import type { Role } from "./roles.ts";

export type Method = "GET" | "POST" | "PUT";

/** One answer that a call may give when all goes well. */
export interface Answer {
  readonly description: string;
  /** Absent for an answer without a body. */
  readonly body?: z.ZodType;
  /** JSON unless it is a page to print, a table, or JSON line by line. */
  readonly mediaType?: "text/html" | "text/csv" | "application/x-ndjson";
}

/**
 * One call of the contract: all that the gateway, the handler and the API document need to know of it.
 * Declared once in `shared/contract/`, executed by `shared/http/route.ts`, printed by `npm run generate`.
 */
export interface Endpoint {
  /** The OpenAPI operationId and the name of the function that serves it: a verb and a noun, kebab-case. */
  readonly id: string;
  readonly method: Method;
  /** As API Gateway writes it: `/v1/residents/{residentId}/score`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly description: string;
  /** Any of these may call. */
  readonly roles: readonly Role[];
  /** Whether anyone may call, with or without a token; then `roles` is empty, and it stores nothing. */
  readonly public?: true;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** By status: 200, 201, 202. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** The refusals of its own, beside those that every call may give. */
  readonly refusals: readonly RefusalCode[];
  /** Whether the answer carries a strong ETag and `Cache-Control: private, no-cache`. */
  readonly etag?: true;
  /** With `etag`: for how many seconds anybody may keep the answer, in place of `private, no-cache`. */
  readonly keptSeconds?: number;
  /** Whether it stores, and so honours `Idempotency-Key`. */
  readonly stores?: true;
}

/** What a handler gets of the request, already parsed. */
export interface Call<Of extends Endpoint> {
  readonly params: Parsed<Of["params"]>;
  readonly query: Parsed<Of["query"]>;
  readonly body: Parsed<Of["body"]>;
  readonly caller: Caller;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : Record<never, never>;

/** Who calls, from the claims of a verified token. */
export interface Caller {
  readonly issuer: string;
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly areas: readonly string[];
  readonly department: string | undefined;
  readonly residentId: string | undefined;
}
