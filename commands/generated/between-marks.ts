import { readFileSync } from "node:fs";

/** A page of `docs/` with what is written between its two marks, and the rest as people wrote it. */
export const betweenMarks = (name: string, source: string, written: readonly string[]): string => {
  const text = readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");
  const begin = `<!-- written by npm run generate, from ${source} -->`;
  const [before, rest] = text.split(`${begin}\n`);
  const [, after] = (rest ?? "").split(`${end}\n`);
  if (before === undefined || after === undefined) throw new Error(`docs/${name} has lost its marks`);
  return `${before}${begin}\n\n${written.join("\n\n")}\n\n${end}\n${after}`;
};

const end = "<!-- end of what is written -->";
