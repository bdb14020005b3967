import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { canonicalJson } from "#shared/domain/canonical-json.ts";
import { type Verification, verifyExport } from "#shared/ranking/verify-export.ts";
import { type RankingOptions, rankingOptions, usage } from "./ranking/arguments.ts";
import { differenceWords } from "./ranking/difference-words.ts";

/** So many differences are told; whoever edits one entry has to see it, not what follows from it. */
const told = 20;

const complain = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(2);
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const optionsOf = (args: readonly string[]): RankingOptions => {
  try {
    return rankingOptions(args);
  } catch (cause) {
    return complain(`${messageOf(cause)}\n\n${usage}`);
  }
};

/** From where the person typed the command, not from where npm runs it. */
const textIn = (file: string): string => {
  try {
    return readFileSync(file === "-" ? 0 : resolve(process.env.INIT_CWD ?? ".", file), "utf8");
  } catch (cause) {
    return complain(`${file} cannot be read: ${messageOf(cause)}`);
  }
};

const report = ({ differences, read }: Verification): void => {
  if (differences.length === 0 && read) {
    const { head, entries, digest } = read;
    say(`agrees: ${entries} entries of ${head.listingId}, revision ${head.revision}, ranked again`);
    say(`digest ${digest}`);
    say(`terms  ${createHash("sha256").update(canonicalJson(head.terms)).digest("hex")}`);
    say(`seed   ${head.seed.seed} (${head.seed.source})`);
    return;
  }
  say(`differs: ${differences.length === 1 ? "in one thing" : `in ${differences.length} things`}`);
  for (const difference of differences.slice(0, told)) say(`  ${differenceWords(difference)}`);
  if (differences.length > told) say(`  … and ${differences.length - told} more`);
  process.exitCode = 1;
};

const args = process.argv.slice(2);
if (args.includes("--help")) {
  say(usage);
} else {
  const { file, digest } = optionsOf(args);
  report(verifyExport(textIn(file), digest));
}
