import { comparableName, type PersonName } from "#shared/domain/person.ts";
import { compoundSurnames } from "./compound-surnames.ts";

/**
 * 张*三, 张*, 欧阳*, 阿*·*提: the surname, one star for whatever is hidden, however long it is, and the last character of a
 * longer given name. Something is hidden of every name.
 */
export const maskedName = (name: PersonName): string => {
  const parts = comparableName(name)
    .split("·")
    .map(charactersOf)
    .filter(({ length }) => length > 0);
  const [first = [], ...more] = parts;
  const last = more.at(-1);
  if (last) return `${first[0]}*·*${last.length > 1 ? last.at(-1) : ""}`;
  const surname = first.length < 2 ? "" : first.slice(0, surnameLength(first)).join("");
  return `${surname}*${first.length - charactersOf(surname).length > 1 ? first.at(-1) : ""}`;
};

/** A compound surname is one only where a given name follows it. */
const surnameLength = (name: readonly string[]): number =>
  name.length > 2 && compoundSurnames.has(name.slice(0, 2).join("")) ? 2 : 1;

const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** As people count them: a rare character may be written with several units. */
const charactersOf = (text: string): readonly string[] => [...segmenter.segment(text)].map(({ segment }) => segment);
