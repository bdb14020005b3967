import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** What came back, however it was sent for. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyText: string;
}

/** As much of an OpenAPI document as answers are held against. */
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Responses }>>>>;
  readonly components: { readonly schemas: object; readonly responses: Responses };
}

type Responses = Readonly<Record<string, Response>>;

interface Response {
  readonly headers?: Readonly<Record<string, { readonly required?: boolean; readonly schema: object }>>;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

export type AssertConforms = (method: string, pathOrUrl: string, answered: Answered) => void;

/**
 * Holds answers against the API document: status, media type, headers and every property of the body. Nothing undeclared
 * passes; a path that the document does not know must be refused as it says.
 */
export const conformance = (document: unknown): AssertConforms => {
  const api = document as Document;
  const validate = validation(api);

  return (method, pathOrUrl, { status, headers, bodyText }) => {
    const response = declaredResponse(api, method, pathOrUrl, status);
    const fail = (what: string): never => {
      throw new Error(`${method} ${pathOrUrl} answered ${status} ${what}`);
    };
    if (!response) return fail("which the document does not declare");

    const sent = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    for (const [name, { required, schema }] of Object.entries(response.headers ?? {})) {
      const value = sent.get(name.toLowerCase());
      if (value === undefined && required) fail(`without ${name}`);
      const errors = value === undefined ? undefined : validate(schema, value);
      if (errors) fail(`with ${name}: ${value} – ${errors}`);
    }

    const mediaType = sent.get("content-type")?.split(";")[0]?.trim();
    if (!response.content) return bodyText === "" ? undefined : fail("with a body that the document does not declare");
    const content = response.content[mediaType ?? ""];
    if (!content) return fail(`as ${mediaType}, which the document does not declare`);
    const errors = validate(content.schema, isJson.test(mediaType ?? "") ? JSON.parse(bodyText) : bodyText);
    if (errors) fail(`with a body that does not fit: ${errors}\n${bodyText}`);
  };
};

const isJson = /^application\/(problem\+)?json$/;

const declaredResponse = (api: Document, method: string, pathOrUrl: string, status: number): Response | undefined => {
  const path = pathItem(api, pathOrUrl);
  const responses = path?.[method.toLowerCase()]?.responses;
  if (responses) return responses[status];
  // what no route takes falls to $default, which says one thing only
  const [only, response] = path
    ? [405, api.components.responses.MethodNotAllowed]
    : [404, api.components.responses.RouteUnknown];
  return status === only ? response : undefined;
};

const pathItem = ({ paths }: Document, pathOrUrl: string) => {
  const given = pathOrUrl
    .replace(/^https?:\/\/[^/]*/, "")
    .replace(/[?#].*$/, "")
    .split("/");
  const fitting = Object.keys(paths).filter((template) => {
    const wanted = template.split("/");
    return (
      wanted.length === given.length &&
      wanted.every((segment, at) => (segment.startsWith("{") ? given[at] !== "" : segment === given[at]))
    );
  });
  // as the gateway does: the most literal route wins
  const [literal] = fitting.sort((one, other) => one.split("{").length - other.split("{").length);
  return literal === undefined ? undefined : paths[literal];
};

const validation = ({ components }: Document) => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, multipleOfPrecision: 8, allowUnionTypes: true });
  addFormats.default(ajv);
  const withOwnRefs = (schema: object): object =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"components#/$defs/'));
  ajv.addSchema({ $id: "components", $defs: withOwnRefs(components.schemas) });
  const compiled = new Map<object, ValidateFunction>();

  return (schema: object, value: unknown): string | undefined => {
    const fits = compiled.get(schema) ?? ajv.compile(withOwnRefs(schema));
    compiled.set(schema, fits);
    return fits(value) ? undefined : ajv.errorsText(fits.errors, { dataVar: "body" });
  };
};
