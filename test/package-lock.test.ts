import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const packages: Readonly<Record<string, Locked>> = JSON.parse(
  readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"),
).packages;

test("the lockfile names no registry: every machine installs from its own", () => {
  const withAddress = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined);

  expect(withAddress.map(([path]) => path)).toEqual([]);
});

test("the lockfile holds the packages of every platform, or npm ci refuses it where a registry lacks some", () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !foldersAbove(path).some((folder) => `${folder}${name}` in packages),
    ),
  );

  expect(missing).toEqual([]);
});

/** Where Node looks for what a package needs: beside it, and beside all that it lies in. */
const foldersAbove = (path: string): readonly string[] => {
  const steps = path === "" ? [] : path.split("/node_modules/");
  const nested = steps.map((_, index) => `${steps.slice(0, index + 1).join("/node_modules/")}/node_modules/`);
  return ["node_modules/", ...nested];
};
