import { Refusal } from "#shared/domain/refusal.ts";

/**
 * The value of a JSON text that has one meaning only. Names written twice in one object are refused: `JSON.parse` would
 * silently take the last one, another reader the first.
 * @throws Refusal `malformed-json`, whose reason quotes nothing of the text but a repeated name
 */
export const parseJson = (text: string): unknown => {
  const value = parsed(text);
  const twice = repeatedName(text);
  if (twice !== undefined) throw new Refusal("malformed-json", { reason: `it names ${twice} twice in one object` });
  return value;
};

const parsed = (text: string): unknown => {
  if (text.trim() === "") throw new Refusal("malformed-json", { reason: "it is empty" });
  try {
    return JSON.parse(text);
  } catch {
    // the parser's own message quotes the text, which may hold a person's data
    throw new Refusal("malformed-json", { reason: "it does not parse" });
  }
};

/** Far deeper than any request of the contract; what is nested without end overflows whoever walks it. */
const mostNested = 64;

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

/**
 * The first name that an object has twice. The text is known to be well-formed.
 * @throws Refusal `malformed-json` when it is nested too deep
 */
const repeatedName = (text: string): string | undefined => {
  const open: (Set<string> | undefined)[] = [];
  // a string right after `{`, or after `,` within an object, is a name
  let nameNext = false;
  for (const [token] of text.matchAll(tokens)) {
    const names = open.at(-1);
    if (open.length > mostNested) throw new Refusal("malformed-json", { reason: `it nests deeper than ${mostNested}` });
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(undefined);
    else if (token === "}" || token === "]") open.pop();
    else if (token !== "," && nameNext && names !== undefined) {
      const name = token.includes("\\") ? String(JSON.parse(token)) : token.slice(1, -1);
      if (names.has(name)) return JSON.stringify(name.slice(0, 64));
      names.add(name);
    }
    nameNext = token === "{" || token === ",";
  }
  return undefined;
};
