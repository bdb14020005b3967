import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A text of the project, by its path from the root. */
export const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

export const isThere = (path: string): boolean => existsSync(join(root, path));

/** Every page that people read, by its path from the root. */
export const pages = (): readonly string[] => ["README.md", ...pagesUnder("docs"), ...pagesUnder("local")];

/** Every file under the folder with one of the endings. */
export const filesUnder = (folder: string, ...endings: readonly string[]): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .sort();

const pagesUnder = (folder: string): readonly string[] => filesUnder(folder, ".md");

/** What stands between backticks, outside of code blocks. */
export const codeWords = (page: string): readonly string[] =>
  [...withoutBlocks(page).matchAll(/`([^`\n]+)`/g)].map(([, word = ""]) => word);

/** Where the page's links lead within the project, from the root. */
export const linkedPaths = (path: string): readonly string[] =>
  [...withoutBlocks(textOf(path)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target.replace(/#.*$/, ""))
    .filter((target) => target !== "" && !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(path), target));

/** The rows of the page's tables, cell by cell, without their heads. */
export const tableRows = (page: string): readonly (readonly string[])[] => {
  const lines = page.split("\n");
  return lines
    .filter((line, at) => line.startsWith("|") && !isRule(line) && !isRule(lines[at + 1] ?? ""))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf("|"))
        .split("|")
        .map((cell) => cell.trim()),
    );
};

const isRule = (line: string): boolean => /^\|[\s:|-]+$/.test(line);

const withoutBlocks = (page: string): string => page.replaceAll(/^```[\s\S]*?^```/gm, "");
