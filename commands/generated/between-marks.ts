import { readFileSync } from "node:fs";

/** What a page shows between a pair of marks, and the file that it is made from. */
export interface Section {
  readonly source: string;
  readonly written: readonly string[];
}

/** A page of `docs/` with what is written between each pair of its marks, and the rest as people wrote it. */
export const betweenMarks = (name: string, ...sections: readonly Section[]): string =>
  sections.reduce(
    (text, { source, written }) => {
      const begin = `<!-- written by npm run generate, from ${source} -->\n`;
      const from = text.indexOf(begin);
      const to = text.indexOf(end, from);
      if (from < 0 || to < 0) throw new Error(`docs/${name} has lost its marks of ${source}`);
      return `${text.slice(0, from)}${begin}\n${written.join("\n\n")}\n\n${text.slice(to)}`;
    },
    readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8"),
  );

const end = "<!-- end of what is written -->\n";
