import { expect, test } from "vitest";
import { codeWords, filesUnder, tableRows, textOf } from "./prose.ts";

const rows = tableRows(textOf("docs/glossary.md"));
const identifiersOf = (isNotYet: boolean): readonly string[] =>
  rows
    .filter(([, , cell = ""]) => cell.startsWith("not yet") === isNotYet)
    .flatMap(([, , cell = ""]) => codeWords(cell));

const sources = ["shared", "functions", "infra", "local", "commands", "policies"]
  .flatMap((folder) => filesUnder(folder, ".ts", ".json"))
  .map(textOf)
  .join("\n");

const occurs = (identifier: string): boolean => new RegExp(`(?<!\\w)${identifier}(?!\\w)`).test(sources);

test("every identifier occurs in the sources", () => {
  expect(identifiersOf(false).length).toBeGreaterThan(120);
  expect(identifiersOf(false).filter((identifier) => !occurs(identifier))).toEqual([]);
});

test("what is marked as not yet there is not there", () => {
  expect(identifiersOf(true).filter(occurs)).toEqual([]);
});

test("every word stands once", () => {
  const words = rows.map(([word = ""]) => word);

  expect(words.filter((word, at) => words.indexOf(word) < at)).toEqual([]);
});
