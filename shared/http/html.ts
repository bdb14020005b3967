/** A piece of a page: all text that came from elsewhere is escaped in it. */
export interface Html {
  readonly html: string;
}

type Value = string | number | Html | readonly Html[];

/** Writes a page; whatever is put in as text stays text. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: parts.reduce((page, part, at) => page + written(values[at - 1] ?? "") + part),
});

const written = (value: Value): string => {
  if (typeof value === "string") return value.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  if (typeof value === "number") return `${value}`;
  return "html" in value ? value.html : value.map((piece) => piece.html).join("");
};
