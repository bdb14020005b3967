import { mkdirSync } from "node:fs";
import { dynalite } from "./dynalite.ts";
import type { Level } from "./level.ts";

/** @throws Error when another process has the directory open */
export const openLevel = async (directory: string | undefined): Promise<Level> => {
  if (directory !== undefined) mkdirSync(directory, { recursive: true });
  const level = dynalite.create(directory === undefined ? {} : { path: directory }).db;
  try {
    await level.open();
  } catch (cause) {
    throw new Error(`the database in ${directory} does not open: is another process using it?`, { cause });
  }
  return level;
};
