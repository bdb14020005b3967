/** As far as the page reads an OpenAPI document. */
export interface OpenApi {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>;
  readonly [extension: `x-${string}`]: unknown;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: unknown;
}

interface Content {
  readonly content?: Readonly<Record<string, MediaType>>;
}

interface MediaType {
  readonly schema?: unknown;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly summary?: string; readonly value: unknown }>>;
}

/** The API document as one page that needs nothing else: no script, no network. */
export const apiPage = ({ info, paths, components }: OpenApi): string => {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const schemas = Object.entries(components?.schemas ?? {});
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(info.title)}</title><style>${style}</style>
<h1>${text(info.title)} <small>${text(info.version)}</small></h1>${prose(info.description)}
<nav>${operations.map(({ method, path, operation }) => `<a href="#${text(operation.operationId)}">${call(method, path)} <span>${text(operation.summary)}</span></a>`).join("")}</nav>
${operations.map(section).join("\n")}
<h2>Schemas</h2>${schemas.map(([name, schema]) => `<details id="${text(name)}"><summary>${text(name)}</summary>${json(schema)}</details>`).join("\n")}
</html>`;
};

const section = ({ method, path, operation }: { method: string; path: string; operation: Operation }): string => `
<section id="${text(operation.operationId)}"><h2>${call(method, path)}</h2><h3>${text(operation.summary)}</h3>
${prose(operation.description)}${extensions(operation)}
${table("Parameters", (operation.parameters ?? []).map(parameterRow))}
${operation.requestBody ? `<h4>Body</h4>${content(operation.requestBody)}` : ""}
${table(
  "Answers",
  Object.entries(operation.responses).map(([status, answer]) => [status, prose(answer.description) + content(answer)]),
)}
</section>`;

const extensions = (operation: Operation): string =>
  Object.entries(operation)
    .filter(([name]) => name.startsWith("x-"))
    .map(([name, value]) => `<p><b>${text(name.slice(2))}</b> ${text([value].flat().join(", "))}</p>`)
    .join("");

const parameterRow = ({ name, in: place, required, description, schema }: Parameter): [string, string] => [
  `<code>${text(name)}</code>`,
  `${place}${required ? ", required" : ""} ${prose(description)}${schemaOf(schema)}`,
];

const content = ({ content = {} }: Content): string =>
  Object.entries(content)
    .map(([type, { schema, example, examples = {} }]) => {
      const shown = [...(example === undefined ? [] : [{ value: example }]), ...Object.values(examples)];
      return `<code>${text(type)}</code> ${schemaOf(schema)}${shown.map(({ value }) => `<details open><summary>example</summary>${json(value)}</details>`).join("")}`;
    })
    .join("");

/** A named schema is a link, any other is shown. */
const schemaOf = (schema: unknown): string => {
  const name = /^{"\$ref":"#\/components\/schemas\/([^"]+)"}$/.exec(JSON.stringify(schema) ?? "")?.[1];
  if (name !== undefined) return `<a href="#${text(name)}">${text(name)}</a>`;
  return schema === undefined ? "" : `<details><summary>schema</summary>${json(schema)}</details>`;
};

const table = (title: string, rows: readonly (readonly [string, string])[]): string =>
  rows.length === 0
    ? ""
    : `<h4>${title}</h4><table>${rows.map(([head, body]) => `<tr><th>${head}<td>${body}`).join("")}</table>`;

const call = (method: string, path: string): string => `<code><b>${method}</b> ${text(path)}</code>`;
const json = (value: unknown): string =>
  `<pre>${text(JSON.stringify(value, null, 2)).replaceAll(/#\/components\/schemas\/(\w+)/g, '<a href="#$1">$1</a>')}</pre>`;
/** Paragraphs, code and bold: as much Markdown as descriptions use. */
const prose = (words = ""): string =>
  words
    .split("\n\n")
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${text(paragraph)}</p>`)
    .join("")
    .replaceAll(/`([^`]+)`/g, "<code>$1</code>")
    .replaceAll(/\*\*([^*]+)\*\*/g, "<b>$1</b>");
const text = (value: unknown): string =>
  String(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
nav a{display:block;text-decoration:none;color:inherit}nav span{color:#666}section{border-top:1px solid #ccc;margin-top:2rem}
pre{background:#f5f5f5;padding:.75rem;overflow:auto;font-size:.85rem}code{font-size:.9em}table{border-collapse:collapse}
th{text-align:left;vertical-align:top;padding:.4rem 1rem .4rem 0;white-space:nowrap}td p{margin:0}small{color:#666}`;
