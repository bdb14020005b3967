import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCertificate } from "#functions/letters/check-certificate.ts";
import { checkCodeOf } from "#functions/letters/check-code.ts";
import { statementOf } from "#functions/letters/statement.ts";
import { CertificateStatement, CheckCode } from "#shared/domain/letter.ts";
import { operator } from "../../support/calls.ts";
import { contents, holder, letter } from "../../support/letters.ts";
import { testCertificateKey } from "../../support/test-certificate-key.ts";

const key = testCertificateKey("one");
const suspended = { status: "void-suspended", statusClause: "居住证使用功能中止或注销时,积分自动失效" } as const;
const stated = statementOf(letter(), { ...contents["score-certificate"], ...suspended }, holder);

type Path = readonly (string | number)[];

/** The way to every value that a certificate states. */
const leaves = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]))
    : [path];

/** The same statement with one value another. */
const changed = (value: unknown, [name, ...rest]: Path, change: (leaf: unknown) => unknown): unknown => {
  if (name === undefined) return change(value);
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[name] = changed(copy[name], rest, change);
  return copy;
};

const another = (leaf: unknown, at: number, digit: number): unknown => {
  if (typeof leaf === "number") return leaf + digit / 100;
  const text = String(leaf);
  const place = at % text.length;
  const character = /\d/.test(text[place] ?? "") ? `${(Number(text[place]) + (digit % 9) + 1) % 10}` : "变";
  return text.slice(0, place) + character + text.slice(place + 1);
};

const isGenuine = async (certificate: unknown, checkCode: string): Promise<boolean> => {
  const call = { params: {}, query: {}, body: { certificate: certificate as CertificateStatement, checkCode } };
  return (await checkCertificate(key)({ ...call, caller: operator })).body.genuine;
};

describe("a check code", () => {
  test("is twenty characters that nobody misreads", async () => {
    expect(CheckCode.parse(await checkCodeOf(key, stated))).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
  });

  test("verifies what was certified, in whatever order it is written and however the name is spaced", async () => {
    const code = await checkCodeOf(key, stated);
    const turned = Object.fromEntries(Object.entries(stated).reverse());

    expect(await isGenuine(stated, code)).toBe(true);
    expect(await isGenuine(CertificateStatement.parse(JSON.parse(JSON.stringify(turned))), code)).toBe(true);
    expect(await isGenuine({ ...stated, name: "山　雨" }, code)).toBe(true);
  });

  test("fails when any digit, day, word or code of the certificate is changed", async () => {
    const code = await checkCodeOf(key, stated);

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...leaves(stated)),
        fc.nat({ max: 100 }),
        fc.integer({ min: 1, max: 1000 }),
        async (path, at, digit) => {
          const forged = changed(stated, path, (leaf) => another(leaf, at, digit));
          expect(forged).not.toEqual(stated);
          expect(await isGenuine(forged, code)).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("fails when a line or a standard is left out, added, doubled or exchanged", async () => {
    const code = await checkCodeOf(key, stated);
    const [first, second] = stated.lines;

    for (const lines of [[], [first], [second], [second, first], [first, second, second], [first, first]])
      expect(await isGenuine({ ...stated, lines }, code), JSON.stringify(lines)).toBe(false);
    expect(await isGenuine({ ...stated, standards: [] }, code)).toBe(false);
    expect(await isGenuine({ ...stated, total: null }, code)).toBe(false);
  });

  test("fails when any of its own characters is changed", async () => {
    const code = await checkCodeOf(key, stated);

    for (const [at, character] of [...code].entries()) {
      if (character === "-") continue;
      const forged = code.slice(0, at) + (character === "7" ? "8" : "7") + code.slice(at + 1);
      expect(await isGenuine(stated, forged)).toBe(false);
    }
  });

  test("is another under another key", async () => {
    expect(await checkCodeOf(testCertificateKey("other"), stated)).not.toBe(await checkCodeOf(key, stated));
  });
});
