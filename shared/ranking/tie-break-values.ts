import { hash } from "node:crypto";
import type { Application, ApplicationNumber, FrozenScore } from "#shared/domain/application.ts";
import type { ProgrammeTerms, TieBreak } from "#shared/domain/programme.ts";

/** Of one tie-break, what an application is ranked by: the smaller the better. */
export type TieBreakValue = number | string;

/** By what equal points are decided. Unless all who tie get in, a lot decides what nothing else does: nobody ties in the end. */
export const decidingTieBreaks = ({ tieBreaks, allTiedIn }: TyingTerms): readonly TieBreak[] =>
  allTiedIn || tieBreaks.some(({ by }) => by === "lot") ? tieBreaks : [...tieBreaks, { by: "lot" }];

/** What an application is ranked by among those with the same points, one value for each of `decidingTieBreaks`. */
export const tieBreakValues = (
  terms: TyingTerms,
  seed: string,
  application: Applied,
  frozen: Frozen,
): readonly TieBreakValue[] => decidingTieBreaks(terms).map((tieBreak) => valueBy(tieBreak, seed, application, frozen));

const valueBy = (
  tieBreak: TieBreak,
  seed: string,
  { applicationNumber, appliedAt }: Applied,
  { lines, registeredOn }: Frozen,
): TieBreakValue => {
  switch (tieBreak.by) {
    case "indicator": {
      const line = lines.find(({ layer, code }) => layer === tieBreak.layer && code === tieBreak.code);
      // not -points, which would be -0
      return 0 - (line?.points ?? 0);
    }
    case "registered-earlier":
      return registeredOn ?? notKnown;
    case "applied-earlier":
      return appliedAt;
    case "lot":
      return lotOf(seed, applicationNumber);
  }
};

/** Anyone can repeat it: the SHA-256, in hexadecimal digits, of the seed, a colon and the application number in UTF-8. */
export const lotOf = (seed: string, applicationNumber: ApplicationNumber): string =>
  hash("sha256", `${seed}:${applicationNumber}`);

/** A letter comes after every day. */
const notKnown = "unknown";

type TyingTerms = Pick<ProgrammeTerms, "tieBreaks" | "allTiedIn">;
type Applied = Pick<Application, "applicationNumber" | "appliedAt">;
type Frozen = Pick<FrozenScore, "lines" | "registeredOn">;
