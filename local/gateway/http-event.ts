import type { IncomingMessage } from "node:http";
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from "aws-lambda";
import { accountId } from "../template/resolve.ts";
import type { Claims } from "./authorize.ts";
import type { Match } from "./match-route.ts";

interface Received extends Match {
  readonly request: IncomingMessage;
  readonly target: Target;
  readonly body: Buffer;
  readonly claims: Claims | undefined;
  readonly requestId: string;
  readonly apiId: string;
}

/** The event of payload format 2.0 that a function gets for a request. What would be empty is left out, as there. */
export const httpEvent = ({ request, target, body, claims, requestId, apiId, route, pathParameters }: Received) => {
  const at = new Date();
  const { cookie, ...headers } = request.headersDistinct;
  const { host = "", "user-agent": userAgent = "" } = request.headers;
  const sourceIp = request.socket.remoteAddress ?? "";
  const query = joined(new URLSearchParams(target.query));
  return {
    version: "2.0",
    routeKey: route.key,
    rawPath: target.path,
    rawQueryString: target.query,
    ...(cookie && { cookies: cookie.flatMap((cookies) => cookies.split("; ")) }),
    headers: {
      ...Object.fromEntries(Object.entries(headers).map(([name, values = []]) => [name, values.join(",")])),
      "x-amzn-trace-id": `Root=1-${Math.floor(at.getTime() / 1000).toString(16)}-${requestId.replaceAll("-", "").slice(0, 24)}`,
      "x-forwarded-for": [...(headers["x-forwarded-for"] ?? []), sourceIp].join(", "),
      "x-forwarded-port": String(request.socket.localPort),
      "x-forwarded-proto": "http",
    },
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: {
      accountId,
      apiId,
      ...(claims && { authorizer: { jwt: { claims, scopes: null } } }),
      domainName: host,
      domainPrefix: host.split(".")[0] ?? "",
      http: {
        method: request.method ?? "",
        path: target.path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp,
        userAgent,
      },
      requestId,
      routeKey: route.key,
      stage: "$default",
      time: commonLogTime(at),
      timeEpoch: at.getTime(),
    },
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    ...bodyOf(body, request.headers["content-type"]),
  } satisfies Omit<APIGatewayProxyEventV2WithJWTAuthorizer, "requestContext"> & { requestContext: object };
};

export interface Target {
  /** Decoded once, as HTTP APIs hand it on. */
  readonly path: string;
  /** As it was sent. */
  readonly query: string;
}

/** The path and the query of a request, or nothing when the path can't be decoded. */
export const targetOf = ({ url = "/" }: IncomingMessage): Target | undefined => {
  const [, path = "", query = ""] = /^([^?]*)\??(.*)$/s.exec(url) ?? [];
  try {
    return { path: decodeURIComponent(path), query };
  } catch {
    return undefined;
  }
};

const joined = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(",")]));

// text, JSON, XML and JavaScript travel as they are; everything else, nothing said and forms included, as base64
const textual = /^(text\/|application\/(json|xml|javascript)\s*(;|$))/i;

const bodyOf = (body: Buffer, contentType = "") => {
  if (body.length === 0) return { isBase64Encoded: false };
  const isBase64Encoded = !textual.test(contentType);
  return { body: body.toString(isBase64Encoded ? "base64" : "utf8"), isBase64Encoded };
};

// 12/Mar/2020:19:03:58 +0000
const commonLogTime = (at: Date): string => {
  const [, dayOfMonth, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(at.toUTCString()) ?? [];
  return `${dayOfMonth}/${month}/${year}:${time} +0000`;
};
