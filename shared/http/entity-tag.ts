import { createHash } from "node:crypto";
import type { HttpAnswer } from "./http-event.ts";

/**
 * The same answer with a strong entity tag, or 304 where the caller holds it already (RFC 9110, 8.8 and 13.1.2).
 * It takes the finished answer: whoever may not have it never learns that it is unchanged.
 */
export const tagged = (
  answer: HttpAnswer,
  ifNoneMatch: string | undefined,
  keptSeconds: number | undefined,
): HttpAnswer => {
  if (answer.statusCode !== 200 || answer.body === undefined) return answer;
  const etag = entityTag(answer.body);
  const keeping = keptSeconds === undefined ? "private, no-cache" : `public, max-age=${keptSeconds}`;
  const validators = { etag, "cache-control": keeping };
  if (ifNoneMatch === undefined || !matches(ifNoneMatch, etag)) {
    return { ...answer, headers: { ...answer.headers, ...validators } };
  }
  const { "content-type": _, ...headers } = answer.headers;
  return { statusCode: 304, headers: { ...headers, ...validators } };
};

const entityTag = (body: string): string => `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;

// weak comparison: a proxy that compressed the answer may have weakened the tag
const matches = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch.trim() === "*" || [...ifNoneMatch.matchAll(/"[\x21\x23-\x7e\x80-\xff]*"/g)].some(([tag]) => tag === etag);
