import { readFileSync, renameSync, writeFileSync } from "node:fs";
import * as z from "zod";

/** How far each shard is done, by mapping, stream and shard. It outlives the process. */
export interface Checkpoints {
  readonly read: (place: string) => string | undefined;
  readonly save: (place: string, sequence: string) => void;
}

export const openCheckpoints = (file: string): Checkpoints => {
  const saved = new Map(Object.entries(savedIn(file)));
  return {
    read: (place) => saved.get(place),
    save: (place, sequence) => {
      saved.set(place, sequence);
      // renamed into place, so that a crash leaves the one or the other
      writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(saved)));
      renameSync(`${file}.new`, file);
    },
  };
};

const savedIn = (file: string): Readonly<Record<string, string>> => {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return {}; // never saved: everything is delivered, some of it again
  }
};
