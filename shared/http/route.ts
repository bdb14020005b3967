import type { Call, Endpoint } from "#shared/contract/endpoint.ts";
import type { Requests } from "#shared/storage/requests.ts";
import { answerOf, type Reply } from "./answer.ts";
import { authorise } from "./authorise.ts";
import { type Claims, callerFrom } from "./caller.ts";
import { tagged } from "./entity-tag.ts";
import type { HttpEvent, HttpHandler } from "./http-event.ts";
import { httpHandler } from "./http-handler.ts";
import { idempotently, runOf } from "./idempotency.ts";
import { parseRequest } from "./parse-request.ts";

/** A call that stores needs a place for its idempotency keys; one that does not has none. */
type Keeping<Of extends Endpoint> = Of extends { readonly stores: true } ? [requests: Requests] : [];

/**
 * One call of the contract as a Lambda: who calls → may they → does the request fit → was it carried out already → carry
 * it out → respond. Every step sees only what the steps before it let through.
 */
export const route = <Of extends Endpoint>(
  endpoint: Of,
  handle: (call: Call<Of>) => Promise<Reply>,
  ...keeping: Keeping<Of>
): HttpHandler => {
  const [requests]: readonly Requests[] = keeping;

  return httpHandler(endpoint.id, async (event) => {
    const caller = endpoint.public ? nobody : authorise(callerFrom(claimsOf(event)), endpoint);
    const request = parseRequest(endpoint, event);
    // the endpoint's own schemas have vouched for what the types say
    const call = { ...request, caller } as unknown as Call<Of>;
    const carryOut = async () => answerOf(await handle(call));

    const answer =
      requests && request.idempotencyKey !== undefined
        ? await idempotently(requests, runOf(endpoint, caller, request, Date.now()), carryOut)
        : await carryOut();
    return endpoint.etag ? tagged(answer, event.headers["if-none-match"], endpoint.keptSeconds) : answer;
  });
};

/** Whoever calls what is public: a token is neither asked for nor looked at. */
const nobody = callerFrom({});

const claimsOf = ({ requestContext }: HttpEvent): Claims => {
  if (!("authorizer" in requestContext)) throw new Error("the gateway let a request through without a verified token");
  return requestContext.authorizer.jwt.claims;
};
