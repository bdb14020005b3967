import type { Context } from "aws-lambda";
import type { HttpAnswer, HttpEvent, HttpHandler } from "#shared/http/http-event.ts";

/** A request as its sender sees it. */
export interface SentRequest {
  readonly method?: string;
  readonly path?: string;
  /** What the gateway took from the path. */
  readonly params?: Readonly<Record<string, string>>;
  /** As it stands behind the question mark. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text goes as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly base64?: true;
  /** Of a verified token; null where the route has no authorizer. */
  readonly claims?: Readonly<Record<string, string>> | null;
}

/** The event that API Gateway makes of it (HTTP API, payload format 2.0). */
export const gatewayEvent = (sent: SentRequest): HttpEvent => {
  const { method = "GET", path = "/v1/things", params, query = "", headers = {}, claims = {} } = sent;
  const text = typeof sent.body === "string" || sent.body === undefined ? sent.body : JSON.stringify(sent.body);
  const parameters = joined(new URLSearchParams(query));
  return {
    version: "2.0",
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: query,
    headers: {
      ...(text !== undefined && { "content-type": "application/json" }),
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    },
    ...(query !== "" && { queryStringParameters: parameters }),
    ...(params && { pathParameters: params }),
    ...(text !== undefined && { body: sent.base64 ? Buffer.from(text).toString("base64") : text }),
    isBase64Encoded: sent.base64 ?? false,
    requestContext: {
      accountId: "000000000000",
      apiId: "api",
      domainName: "localhost",
      domainPrefix: "localhost",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
      requestId: "request-1",
      routeKey: `${method} ${path}`,
      stage: "$default",
      time: "30/Jun/2024:01:00:00 +0000",
      timeEpoch: 1_719_709_200_000,
      ...(claims && {
        authorizer: {
          principalId: "",
          integrationLatency: 0,
          jwt: { claims: { iss: "https://issuer.test", sub: "someone", ...claims }, scopes: [] },
        },
      }),
    },
  };
};

/** What the handler answers to it. */
export const send = async (
  handler: HttpHandler,
  sent: SentRequest,
): Promise<HttpAnswer & { readonly json: unknown }> => {
  const answer = await handler(gatewayEvent(sent), {} as Context);
  return { ...answer, json: answer.body === undefined ? undefined : JSON.parse(answer.body) };
};

const joined = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name).join(",")]));
