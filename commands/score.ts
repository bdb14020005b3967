import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { isError, scoreCases } from "./score-cases.ts";

const usage = `usage: npm run --silent score -- FILE|-

FILE holds a JSON array of cases, or {"cases": [...]}; - reads it from standard input. Each case is
{"id", "asOf", "area"?, "input", "local"?, "readings"?}. One JSON line per case is printed; the exit status is 1 when
a case is bad, and 2 when the file is.`;

const complain = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(2);
};

/** From where the person typed the command, not from where npm runs it. */
const readText = (file: string): string => {
  try {
    return readFileSync(file === "-" ? 0 : resolve(process.env.INIT_CWD ?? ".", file), "utf8");
  } catch (cause) {
    return complain(`${file} cannot be read: ${cause instanceof Error ? cause.message : cause}`);
  }
};

const readCases = (file: string): readonly unknown[] => {
  try {
    const content: unknown = JSON.parse(readText(file));
    if (Array.isArray(content)) return content;
    if (content && typeof content === "object" && "cases" in content && Array.isArray(content.cases)) {
      return content.cases;
    }
  } catch (cause) {
    return complain(`${file} is not JSON: ${cause instanceof Error ? cause.message : cause}`);
  }
  return complain(`${file} holds neither an array of cases nor {"cases": [...]}`);
};

const [file, ...more] = process.argv.slice(2);
if (file === undefined || more.length > 0 || file === "--help") complain(usage);

let bad = 0;
for (const line of scoreCases(publishedStandards(), readCases(file ?? "-"))) {
  if (isError(line)) bad += 1;
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
process.exitCode = bad > 0 ? 1 : 0;
