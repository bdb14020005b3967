import { parseArgs } from "node:util";

/** Which export is to be checked, and the digest that was published of it. */
export interface RankingOptions {
  readonly file: string;
  readonly digest: string | undefined;
}

export const usage = `npm run ranking -- verify EXPORT    rank a listing again from its export alone; - reads standard input
  --digest DIGEST         hold it against the digest that was published with the listing
  --help                  print this

EXPORT is what GET /v1/listings/{listingId}/export answers; its pages one after the other are one export. An auditor's
export is checked in more: its values, and every commitment. The exit status is 0 when it agrees, 1 when it differs, and
2 when it was called in a way that makes no sense.`;

/** @throws Error that names what is unknown, missing or too much */
export const rankingOptions = (args: readonly string[]): RankingOptions => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { digest: { type: "string" } },
    allowPositionals: true,
  });
  const [verb, file, ...more] = positionals;
  if (verb !== "verify") throw new Error(verb === undefined ? "what is to be done?" : `what is "${verb}"?`);
  if (file === undefined) throw new Error("verify needs an export");
  if (more.length > 0) throw new Error(`what is "${more[0]}"?`);
  const { digest } = values;
  if (digest !== undefined && !/^[0-9a-f]{64}$/.test(digest))
    throw new Error(`--digest takes 64 hexadecimal digits, not "${digest}"`);
  return { file, digest };
};
