import { readFileSync } from "node:fs";

/** One worked case of test/cases/provincial.json. */
export interface ProvincialCase {
  readonly id: string;
  readonly why: string;
  readonly asOf: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly local?: Readonly<Record<string, number>>;
  readonly readings?: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly variants?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly flags?: readonly string[];
}

const file = new URL("../cases/provincial.json", import.meta.url);

/** The 69 cases under the default readings. */
export const provincialCases = (): readonly ProvincialCase[] => JSON.parse(readFileSync(file, "utf8")).cases;

/** Every case again under each switched reading that it names: `ageRule=on-birthday`. */
export const provincialVariants = (): readonly ProvincialCase[] =>
  provincialCases().flatMap((one) =>
    Object.entries(one.variants ?? {}).map(([reading, changed]) => {
      const [name = "", value = ""] = reading.split("=");
      return {
        ...one,
        id: `${one.id} ${reading}`,
        readings: { [name]: readingValue(value) },
        expected: { ...one.expected, ...changed },
      };
    }),
  );

const readingValue = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text; // a word such as pool30
  }
};
