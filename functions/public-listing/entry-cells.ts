import type { ListingEntry } from "#shared/domain/listing.ts";
import { decimal } from "#shared/domain/points.ts";
import type { ProgrammeTerms } from "#shared/domain/programme.ts";
import { type Language, namesIn, resultWords } from "./result-words.ts";

/** The cells of an entry under the headings of table and page. */
export const entryCells = (terms: ProgrammeTerms, lang: Language): ((entry: ListingEntry) => readonly string[]) => {
  const nameOf = namesIn(terms, lang);
  return ({ place, applicationNumber, maskedName, points, result, offer, tier }) => [
    place === null ? "" : `${place}`,
    applicationNumber,
    maskedName,
    points === null ? "" : `${decimal(points)}`,
    resultWords[result][lang],
    nameOf(offer),
    nameOf(tier),
  ];
};
