import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as after } from "node:timers/promises";
import type { JWTVerifyGetKey } from "jose";
import type { Outcome } from "../functions/execution.ts";
import type { Api, Throttle } from "../template/api.ts";
import { authorize } from "./authorize.ts";
import { functionResponse, type GatewayResponse, gatewayMessage } from "./function-response.ts";
import { httpEvent, targetOf } from "./http-event.ts";
import { routeMatcher } from "./match-route.ts";
import { readBody } from "./read-body.ts";
import { tokenBucket } from "./token-bucket.ts";

interface GatewayParts {
  readonly api: Api;
  /** The public keys of the issuer that the API trusts. */
  readonly keys: JWTVerifyGetKey;
  readonly invoke: (functionName: string, event: string) => Promise<Outcome>;
}

/** API Gateway's and Lambda's own limits. */
const limits = { bodyBytes: 10 * 1024 * 1024, payloadBytes: 6 * 1024 * 1024 } as const;

/** An API Gateway HTTP API in front of functions. */
export const gateway = ({ api, keys, invoke }: GatewayParts) => {
  const matchOf = routeMatcher(api.routes);
  const bucketOf = (throttle: Throttle | undefined) => (throttle ? tokenBucket(throttle) : () => true);
  const shared = bucketOf(api.throttle);
  const own = new Map(api.routes.flatMap(({ key, throttle }) => (throttle ? [[key, bucketOf(throttle)]] : [])));

  const responseTo = async (request: IncomingMessage, requestId: string): Promise<GatewayResponse> => {
    const body = await readBody(request, limits.bodyBytes);
    if (!body) return gatewayMessage(413);
    const target = targetOf(request);
    const match = target && matchOf(request.method ?? "", target.path);
    const mayPass = own.get(match?.route.key ?? "") ?? shared;
    if (!mayPass()) return gatewayMessage(429);
    if (!target) return gatewayMessage(400);
    if (!match) return gatewayMessage(404);

    const { authorizer, functionName, timeoutMs } = match.route;
    const claims = authorizer && (await authorize(request.headers.authorization, authorizer, keys));
    if (authorizer && !claims) return gatewayMessage(401, { "www-authenticate": "Bearer" });

    const event = JSON.stringify(httpEvent({ ...match, request, target, body, claims, requestId, apiId: api.id }));
    if (Buffer.byteLength(event) > limits.payloadBytes) return gatewayMessage(413);
    const outcome = await inTime(timeoutMs, invoke(functionName, event));
    if (!outcome) return gatewayMessage(503);
    if (outcome.type !== "answered" || Buffer.byteLength(outcome.payload) > limits.payloadBytes)
      return gatewayMessage(500);
    return functionResponse(outcome.payload) ?? gatewayMessage(500);
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomUUID();
    const { status, headers, body } = await responseTo(request, requestId);
    const length = status === 204 || status === 304 ? {} : { "content-length": body.length };
    response.writeHead(status, { ...headers, ...length, "apigw-requestid": requestId }).end(body);
  };
};

const inTime = async <T>(ms: number, work: Promise<T>): Promise<T | undefined> => {
  const done = new AbortController();
  const late = after(ms, undefined, { signal: done.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
};
