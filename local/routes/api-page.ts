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
  readonly responses: Readonly<Record<string, Content>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly [more: string]: unknown;
}

interface Content {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly [more: string]: unknown }>>;
}

/** The API document as one page that needs nothing else: no script, no network. */
export const apiPage = ({ info, paths, components }: OpenApi): string => {
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const call = `<code><b>${method.toUpperCase()}</b> ${text(path)}</code>`;
      return { link: `<a href="#${operation.operationId}">${call} ${text(operation.summary)}</a>`, call, operation };
    }),
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(info.title)}</title><style>${style}</style>
<h1>${text(info.title)} <small>${text(info.version)}</small></h1>${prose(info.description)}
<nav>${calls.map(({ link }) => link).join("")}</nav>
${calls.map(({ call, operation }) => section(call, operation)).join("\n")}
<h2>Schemas</h2>
${Object.entries(components?.schemas ?? {})
  .map(([name, schema]) => `<details id="${text(name)}"><summary>${text(name)}</summary>${json(schema)}</details>`)
  .join("\n")}</html>`;
};

const section = (call: string, operation: Operation): string => `<section id="${operation.operationId}"><h2>${call}</h2>
<h3>${text(operation.summary)}</h3>${prose(operation.description)}
<table>${(operation.parameters ?? []).map(({ name, in: place, description, ...more }) => row(`${place} ${name}`, [more], description)).join("")}
${operation.requestBody ? row("body", Object.values(operation.requestBody.content ?? {})) : ""}
${Object.entries(operation.responses)
  .map(([status, { description, content = {} }]) => row(status, Object.values(content), description))
  .join("\n")}</table></section>`;

/** A named schema is a link, everything else that is said of it is shown. */
const row = (head: string, contents: readonly { readonly [more: string]: unknown }[], description?: string): string =>
  `<tr><th><code>${text(head)}</code><td>${prose(description)}${contents
    .map((content) => {
      const name = /^{"\$ref":"#\/components\/schemas\/([^"]+)"}$/.exec(JSON.stringify(content.schema) ?? "")?.[1];
      const { schema, ...more } = content;
      if (name === undefined) return json(content);
      return `<a href="#${text(name)}">${text(name)}</a>${Object.keys(more).length > 0 ? json(more) : ""}`;
    })
    .join("")}`;

const json = (value: unknown): string =>
  `<pre>${text(JSON.stringify(value, null, 2)).replaceAll(/#\/components\/schemas\/([\w-]+)/g, '<a href="#$1">$1</a>')}</pre>`;

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
nav a{display:block;text-decoration:none;color:inherit}section{border-top:1px solid #ccc;margin-top:2rem}small{color:#666}
pre{background:#f5f5f5;padding:.75rem;overflow:auto;max-width:42rem;font-size:.85rem}table{border-collapse:collapse}
th{text-align:left;vertical-align:top;padding:.4rem 1rem .4rem 0;white-space:nowrap}td p{margin:0}`;
