import { describe, expect, test } from "vitest";
import { codeWords, filesUnder, isThere, linkedPaths, pages, textOf } from "./prose.ts";

const folders = /^(?:policies|shared|functions|infra|local|test|commands|docs)\//;

describe.each(pages())("%s", (page) => {
  const text = textOf(page);

  test("links to nothing that is not there", () => {
    expect(linkedPaths(page).filter((path) => !isThere(path))).toEqual([]);
  });

  test("names no file that is not there", () => {
    // what stands in angle brackets is the reader's own
    const named = codeWords(text).filter((word) => folders.test(word) && !/[<…*\s]/.test(word));

    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });

  test("names no script that is not there", () => {
    const scripts = Object.keys(JSON.parse(textOf("package.json")).scripts);
    const named = [...text.matchAll(/(?:^|`|\| )npm run (?:--silent )?([a-z:]+)/gm)].map(([, script = ""]) => script);

    expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
  });
});

describe("the decisions", () => {
  const decisions = filesUnder("docs/decisions", ".md").filter((path) => !path.endsWith("README.md"));

  test.each(decisions)("%s is dated, short, and says what was refused and what keeps it", (path) => {
    const text = textOf(path);

    expect(text).toMatch(/^# \d+\. .+\n\n\d{4}-\d\d-\d\d\n/);
    expect(text.split("\n").length).toBeLessThanOrEqual(60);
    for (const part of ["Decided", "Why", "Refused", "Kept true by"]) expect(text).toContain(`**${part}.**`);
  });

  test("are all in the list, by their titles", () => {
    const index = textOf("docs/decisions/README.md");
    const titles = decisions.map((path) => {
      const [, number, title] = /^# (\d+)\. (.+)$/m.exec(textOf(path)) ?? [];
      return `${number}. [${title}](${path.slice("docs/decisions/".length)})`;
    });

    expect(index.split("\n").filter((line) => /^\d/.test(line))).toEqual(titles);
  });
});
