import * as z from "zod";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { type FieldError, Refusal } from "#shared/domain/refusal.ts";
import { fieldErrors } from "./field-errors.ts";
import type { HttpEvent } from "./http-event.ts";
import { parseJson } from "./json-text.ts";

/** A request that fits the contract. */
export interface ParsedRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** The body as it came: what a repeated request must repeat. */
  readonly bodyText: string;
  readonly idempotencyKey: string | undefined;
}

/**
 * The request as the handler may trust it.
 * @throws Refusal `invalid-request` with every offending field of path, query, headers and body; `malformed-json`; `unsupported-media-type`
 */
export const parseRequest = (endpoint: Endpoint, event: HttpEvent): ParsedRequest => {
  const bodyText = endpoint.method === "GET" ? "" : bodyTextOf(event);
  const params = check(endpoint.params ?? nothing, event.pathParameters ?? {});
  const query = checkQuery(endpoint, event);
  const key = endpoint.stores ? checkIdempotencyKey(event) : { value: undefined, errors: [] };
  const body = checkBody(endpoint, event, bodyText);

  const errors = [params, query, key, body].flatMap((part) => part.errors);
  if (errors.length > 0) throw new Refusal("invalid-request", { errors: listed(errors) });
  return { params: params.value, query: query.value, body: body.value, bodyText, idempotencyKey: key.value };
};

interface Checked<Value> {
  readonly value?: Value;
  readonly errors: readonly FieldError[];
}

const nothing = z.strictObject({});

const check = (schema: z.ZodType, value: unknown): Checked<unknown> => {
  const { success, data, error } = schema.safeParse(value);
  return success ? { value: data, errors: [] } : { errors: fieldErrors(error, value) };
};

// the gateway joins repeated parameters with commas, so that only the raw query tells two values from one with a comma
const checkQuery = (endpoint: Endpoint, event: HttpEvent): Checked<unknown> => {
  const names = [...new URLSearchParams(event.rawQueryString).keys()];
  const repeated = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
  const { value, errors } = check(endpoint.query ?? nothing, event.queryStringParameters ?? {});
  return {
    value,
    errors: [
      ...repeated.map((field) => ({ field, detail: "is given more than once: give it once" })),
      ...errors.filter(({ field }) => !repeated.includes(field)),
    ],
  };
};

const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, "must be 1 to 255 visible ASCII characters")
  .optional();

const checkIdempotencyKey = ({ headers }: HttpEvent): Checked<string | undefined> => {
  const key = IdempotencyKey.safeParse(headers["idempotency-key"]);
  if (key.success) return { value: key.data, errors: [] };
  return { errors: key.error.issues.map(({ message }) => ({ field: "Idempotency-Key", detail: message })) };
};

const checkBody = (endpoint: Endpoint, event: HttpEvent, text: string): Checked<unknown> => {
  if (endpoint.method === "GET") return { value: {}, errors: [] };
  if (endpoint.body === undefined && text === "") return { value: {}, errors: [] };
  if (!isJson(event.headers["content-type"] ?? "")) {
    throw new Refusal("unsupported-media-type", { contentType: event.headers["content-type"] ?? "" });
  }
  return check(endpoint.body ?? nothing, parseJson(text));
};

const isJson = (contentType: string): boolean => {
  const [type = "", ...parameters] = contentType.toLowerCase().split(";");
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("charset="));
  return type.trim() === "application/json" && (charset === undefined || /^charset="?utf-8"?$/.test(charset));
};

const bodyTextOf = ({ body, isBase64Encoded }: HttpEvent): string => {
  if (body === undefined || !isBase64Encoded) return body ?? "";
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.from(body, "base64"));
  } catch {
    throw new Refusal("malformed-json", { reason: "it is not UTF-8" });
  }
};

const mostListed = 1000;

// a body of six megabytes can offend a million times; the answer has to fit into six as well
const listed = (errors: readonly FieldError[]): readonly FieldError[] =>
  errors.length <= mostListed
    ? errors
    : [...errors.slice(0, mostListed), { field: "$", detail: `${errors.length - mostListed} further fields offend` }];
