import * as z from "zod";

/** What goes back to whoever asked. */
export interface GatewayResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

const header = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const Explicit = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), header).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** The response that a function's answer, as JSON, stands for; nothing when it is malformed. */
export const functionResponse = (payload: string): GatewayResponse | undefined => {
  const answer: unknown = JSON.parse(payload);
  if (typeof answer !== "object" || answer === null || !("statusCode" in answer)) return inferred(answer, payload);
  const explicit = Explicit.safeParse(answer);
  if (!explicit.success) return undefined;
  const { statusCode, headers, cookies, body, isBase64Encoded } = explicit.data;
  const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    status: statusCode,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      ...Object.fromEntries(named),
      ...(cookies && cookies.length > 0 && { "set-cookie": cookies }),
    },
    body: Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8"),
  };
};

/** An answer without a status is itself the body of a 200. */
const inferred = (answer: unknown, payload: string): GatewayResponse => ({
  status: 200,
  headers: { "content-type": "application/json" },
  body: Buffer.from(typeof answer === "string" ? answer : payload),
});

/** What the gateway says in its own words. */
export const gatewayMessage = (
  status: keyof typeof messages,
  headers: Readonly<Record<string, string>> = {},
): GatewayResponse => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: Buffer.from(JSON.stringify({ message: messages[status] })),
});

const messages = {
  400: "Bad Request",
  401: "Unauthorized",
  404: "Not Found",
  413: "Request Entity Too Large",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
} as const;
