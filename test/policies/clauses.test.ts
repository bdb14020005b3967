import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { files } from "#policies/published.ts";
import { readStandard } from "#shared/policy/read-standard.ts";
import { givenAwards, givenDeductions } from "#shared/scoring/given-local.ts";

const folder = new URL("../documents/", import.meta.url);
const closed = (text: string): string => text.replaceAll(/\s/g, "");

/** The official documents as published, without the white space that the printer put in. */
const documents = globSync("*.txt", { cwd: folder }).map((name) => closed(readFileSync(new URL(name, folder), "utf8")));

const documentOf = (number: string): string =>
  documents.find((text) => text.includes(closed(number))) ?? expect.fail(`${number} is not in test/documents`);

/** Every text that stands under a key that ends in "clause", at any depth. */
const clausesIn = (value: unknown, isClause = false): readonly string[] => {
  if (typeof value === "string") return isClause ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => clausesIn(part, isClause || /clauses?$/i.test(key)));
};

test.each(Object.entries(files))("every clause of %s stands literally in its document", (path, content) => {
  const { standard } = readStandard(path, content);
  const document = documentOf(standard.document.number);

  const clauses = clausesIn(standard);

  expect(clauses.length).toBeGreaterThan(standard.indicators.length * 2);
  for (const clause of clauses) expect(document).toContain(closed(clause));
  expect(document).toContain(closed(standard.document.title.zh));
});

test("so do the words quoted for a local layer that is handed in", () => {
  const document = documentOf("浙政办发〔2023〕38号");

  for (const { method } of [givenAwards, givenDeductions]) {
    const { clause } = method.explain({} as never, 0 as never, 0, 0 as never);

    expect(document).toContain(closed(clause));
  }
});
