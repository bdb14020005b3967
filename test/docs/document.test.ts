import { expect, test } from "vitest";
import { codeWords, isThere, tableRows, textOf } from "./prose.ts";

const page = textOf("docs/document.md");

// the official text breaks its lines in the middle of words
const bare = (text: string): string => text.replaceAll(/\s/g, "");
const official = textOf("test/documents/zhejiang-2023-38.txt");

/** 一、… and the (一)… under it, as 三 and 三(二). */
const numberedParts = (): readonly string[] => {
  let part = "";
  return official.split("\n").flatMap((line) => {
    const [, chapter] = /^([一二三四五])、/.exec(line) ?? [];
    if (chapter) part = chapter;
    const [, clause] = /^\(([一二三四五])\)/.exec(line) ?? [];
    return chapter ? [chapter] : clause ? [`${part}(${clause})`] : [];
  });
};

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where each quotation stands in the document; each is looked for behind the one before. */
const quotedSpans = (): readonly (Span & { readonly quote: string })[] => {
  const text = bare(official);
  let from = 0;
  return tableRows(page).map(([cell = ""]) => {
    const quote = bare(cell.replace(/^「/, "").replace(/」$/, ""));
    const at = text.indexOf(quote, from);
    if (at >= 0) from = at + quote.length;
    return { quote, from: at, to: at + quote.length };
  });
};

test("every quotation is literally in the document, in the document's order", () => {
  const lost = quotedSpans().filter(({ quote, from }) => quote === "" || from < 0);

  expect(lost).toEqual([]);
  expect(quotedSpans().length).toBeGreaterThan(60);
});

test("no sentence of the document is left out", () => {
  const spans = quotedSpans();
  const isQuoted = ({ from, to }: Span) => spans.some((span) => span.from < to && span.to > from);

  const unquoted = sentences().filter((sentence) => !isQuoted(sentence));

  expect(unquoted.map(({ text }) => text)).toEqual([]);
});

test("every numbered part of the document has its heading, in order", () => {
  const headings = [...page.matchAll(/^#{2,3} ([一二三四五](?:\([一二三四五]\))?)[、 ]/gm)].map(([, part]) => part);

  expect(headings).toEqual(numberedParts());
  expect(headings).toHaveLength(16);
});

test("every clause names the files that put it to work, which exist, or says that none does", () => {
  const silent = tableRows(page).filter(
    ([, , where = ""]) => filesIn(where).length === 0 && !/not yet|outside|the same/.test(where),
  );
  const missing = tableRows(page).flatMap(([, , where = ""]) => filesIn(where).filter((file) => !isThere(file)));

  expect(silent).toEqual([]);
  expect(missing).toEqual([]);
});

const filesIn = (cell: string): readonly string[] => codeWords(cell).filter((word) => word.includes("/"));

/** Sentences with their places, without the headings, which say nothing. */
const sentences = (): readonly (Span & { readonly text: string })[] => {
  const text = bare(
    official.replaceAll(/^[一二三四五]、.*$/gm, hidden).replaceAll(/^\([一二三四五]\)[^。]*。/gm, hidden),
  );
  return [...text.matchAll(/[^。;]+[。;]?/g)]
    .map((found) => ({ text: found[0], from: found.index, to: found.index + found[0].length }))
    .filter((sentence) => /[^□]/.test(sentence.text));
};

// as long as what it hides, so that places stay
const hidden = (heading: string): string => "□".repeat(bare(heading).length);
