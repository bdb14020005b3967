import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A mistake that somebody could make, as a patch against the sources. */
export interface PlantedFault {
  readonly name: string;
  /** The first line of its file: what is wrong with it. */
  readonly what: string;
  readonly patch: string;
}

const folder = new URL("./faults/", import.meta.url);

export const plantedFaults = (): readonly PlantedFault[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".patch"))
    .sort()
    .map((file) => {
      const patch = readFileSync(new URL(file, folder), "utf8");
      return { name: file.replace(".patch", ""), what: patch.split("\n", 1)[0] ?? "", patch };
    });

/**
 * The files that the patch changes, changed. Hunks are found by their text alone, wherever it stands by now.
 * @throws Error when the sources have no such text any more, or more than once
 */
export const patched = (root: string, { name, patch }: PlantedFault): ReadonlyMap<string, string> => {
  const files = new Map<string, string>();
  for (const ofFile of patch.split(/^(?=--- a\/)/m).filter((part) => part.startsWith("--- a/"))) {
    const path = /^--- a\/(\S+)$/m.exec(ofFile)?.[1] ?? "";
    for (const hunk of ofFile.split(/^@@.*@@.*\n/m).slice(1)) {
      const before = linesOf(hunk, "-");
      const after = linesOf(hunk, "+");
      const text = files.get(path) ?? readFileSync(join(root, path), "utf8");
      const [head, tail, ...more] = text.split(before);
      if (head === undefined || tail === undefined || more.length > 0) {
        throw new Error(`the planted fault ${name} fits ${path} ${more.length > 0 ? "more than once" : "no more"}`);
      }
      files.set(path, head + after + tail);
    }
  }
  if (files.size === 0) throw new Error(`the planted fault ${name} changes nothing`);
  return files;
};

/** Writes the fault into a scratch copy; answers how to take it out again. */
export const plant = (root: string, fault: PlantedFault): (() => void) => {
  const files = patched(root, fault);
  const before = [...files.keys()].map((path) => [path, readFileSync(join(root, path), "utf8")] as const);
  for (const [path, text] of files) writeFileSync(join(root, path), text);
  return () => {
    for (const [path, text] of before) writeFileSync(join(root, path), text);
  };
};

/** The lines of a hunk as they were, or as they are to be. */
const linesOf = (hunk: string, own: "-" | "+"): string =>
  hunk
    .split("\n")
    .filter((line) => line.startsWith(" ") || line.startsWith(own))
    .map((line) => `${line.slice(1)}\n`)
    .join("");
