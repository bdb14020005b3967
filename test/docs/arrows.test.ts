import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { codeWords, filesUnder, tableRows, textOf } from "./prose.ts";

interface Arrow {
  readonly from: string;
  readonly to: string;
}

const folders = ["policies", "shared", "functions", "infra", "local", "commands"];

/** The folders of `shared/` count by themselves, every other one as a whole. */
const folderOf = (path: string): string => path.split("/", path.startsWith("shared/") ? 2 : 1).join("/");

const packageOf = (specifier: string): string => specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");

/** From a folder to another, or to a package; files at the root and Node's own modules don't count. */
const arrowsOf = (file: string): readonly Arrow[] =>
  [...textOf(file).matchAll(/^(?:import|export)\s[^;"=()]*?\sfrom "([^"]+)"/gm)].flatMap(([, specifier = ""]) => {
    const from = folderOf(file);
    if (specifier.startsWith("node:")) return [];
    const path = specifier.startsWith("#") ? specifier.slice(1) : join(dirname(file), specifier);
    const isOwn = specifier.startsWith("#") || specifier.startsWith(".");
    if (isOwn && !path.includes("/")) return [];
    const to = isOwn ? folderOf(path) : packageOf(specifier);
    return from === to ? [] : [{ from, to }];
  });

const lines = (arrows: readonly Arrow[]): readonly string[] =>
  [...new Set(arrows.map(({ from, to }) => `${from} → ${to}`))].sort();

test("the arrows in the architecture page are the imports that are there", () => {
  const really = folders.flatMap((folder) => filesUnder(folder, ".ts")).flatMap(arrowsOf);

  const [, section = ""] = textOf("docs/architecture.md").split("## The arrows");
  const drawn = tableRows(section.split("\n## ")[0] ?? "").flatMap(([from = "", ...targets]) =>
    targets.flatMap(codeWords).map((to) => ({ from: from.replaceAll("`", ""), to })),
  );

  expect(really.length).toBeGreaterThan(100);
  expect(lines(drawn)).toEqual(lines(really));
});

test("no folder of functions imports another", () => {
  const strays = filesUnder("functions", ".ts").filter((file) => {
    const [, duty = ""] = file.split("/");
    return /from "(?:#functions\/|\.\.)/.test(textOf(file)) || duty.endsWith(".ts");
  });

  expect(strays).toEqual([]);
});
