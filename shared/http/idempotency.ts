import { createHash, randomUUID } from "node:crypto";
import type { Caller, Endpoint } from "#shared/contract/endpoint.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { log } from "#shared/runtime/log.ts";
import type { KeptAnswer, Requests, Run } from "#shared/storage/requests.ts";
import type { HttpAnswer } from "./http-event.ts";
import type { ParsedRequest } from "./parse-request.ts";

/** Longer than any function behind the gateway runs: whoever is still running then was killed. */
const lease = 60_000;
const lifetime = 24 * 3_600_000;

/**
 * Carries a request out once for each of its idempotency keys, and answers repetitions with the same bytes.
 * Kept are the answers of requests that were carried out. A refusal stored nothing and may be mended from outside – the
 * resident gets registered, the area gets added to a token – so the same request is looked at afresh; but the key stays
 * bound to its body. What does not fit the contract was never a request and binds nothing.
 */
export const idempotently = async (
  requests: Requests,
  run: Run,
  carryOut: () => Promise<HttpAnswer>,
): Promise<HttpAnswer> => {
  const taken = await requests.take(run);
  switch (taken.state) {
    case "running":
      throw new Refusal("idempotency-key-running", {});
    case "reused":
      throw new Refusal("idempotency-key-reused", {});
    case "done":
      return replayed(taken.answer);
    case "taken":
      return await kept(requests, run, carryOut);
  }
};

/** A run of this request by this caller. */
export const runOf = (
  endpoint: Pick<Endpoint, "method" | "path">,
  { issuer, subject }: Caller,
  { params, query, bodyText, idempotencyKey }: ParsedRequest,
  at: number,
): Run => ({
  key: hash([issuer, subject, endpoint.method, endpoint.path, params, idempotencyKey]),
  // with the key in it, which is stored nowhere: nobody who reads the table can try out what a body may have said
  bodyHash: hash([idempotencyKey, query, bodyText]),
  runId: randomUUID(),
  at,
  leaseUntil: at + lease,
  expiresAt: at + lifetime,
});

const kept = async (requests: Requests, run: Run, carryOut: () => Promise<HttpAnswer>): Promise<HttpAnswer> => {
  let answer: HttpAnswer;
  try {
    answer = await carryOut();
  } catch (thrown) {
    await requests.release(run).catch((fault) => log.warn("idempotency-key-not-released", { fault }));
    throw thrown;
  }
  // what was done is done: the caller gets its answer, and a repetition runs again once the lease is over
  await requests
    .keep(run, { status: answer.statusCode, headers: answer.headers, body: answer.body })
    .catch((fault) => log.error("idempotency-answer-not-kept", { fault }));
  return answer;
};

const replayed = ({ status, headers, body }: KeptAnswer): HttpAnswer => ({
  statusCode: status,
  headers: { ...headers, "idempotency-replayed": "true" },
  ...(body !== undefined && { body }),
});

const hash = (parts: readonly unknown[]): string => createHash("sha256").update(JSON.stringify(parts)).digest("hex");
