import type { ProgrammeTerms, Window } from "./programme.ts";
import type { FieldError } from "./refusal.ts";

/** What does not hold between the fields of a programme's terms: where, and what to do about it. */
export const programmeFaults = (terms: ProgrammeTerms): readonly FieldError[] => [
  ...windowFaults("window", terms.window),
  ...secondRoundFaults(terms),
  ...whoFaults(terms),
  ...placeFaults(terms),
  ...tieFaults(terms),
];

const windowFaults = (name: string, { opensOn, closesOn, cutOffOn }: Window): readonly FieldError[] => [
  ...unless(closesOn >= opensOn, `${name}.closesOn`, "must not lie before opensOn"),
  ...unless(cutOffOn > closesOn, `${name}.cutOffOn`, "must lie after closesOn: nobody is ranked who may still apply"),
];

const secondRoundFaults = ({ window, secondRound }: ProgrammeTerms): readonly FieldError[] =>
  secondRound
    ? [
        ...windowFaults("secondRound", secondRound),
        ...unless(
          secondRound.opensOn > window.cutOffOn,
          "secondRound.opensOn",
          "must lie after the cut-off of the first round, whose places are then known",
        ),
      ]
    : [];

const whoFaults = ({ window, scoreAsOf, beneficiary, childBorn, points }: ProgrammeTerms): readonly FieldError[] => [
  ...unless(
    scoreAsOf <= window.cutOffOn,
    "scoreAsOf",
    "must not lie after window.cutOffOn: a score to come can't be ranked",
  ),
  ...unless(
    (childBorn !== undefined) === (beneficiary === "child"),
    "childBorn",
    beneficiary === "child" ? "must say which children it is for" : "must be left out: it is not for a child",
  ),
  ...unless(!childBorn || childBorn.from <= childBorn.through, "childBorn.through", "must not lie before from"),
  ...unless(
    points === "own" || beneficiary !== "applicant",
    "points",
    'must be "own" where it is for the applicant alone: there is no other parent',
  ),
];

const placeFaults = ({ offers, tiers, wishes, threshold }: ProgrammeTerms): readonly FieldError[] => [
  ...repeated("offers", offers, []),
  ...repeated(
    "tiers",
    tiers,
    offers.map(({ code }) => code),
  ),
  ...unless(wishes <= offers.length, "wishes", "must not be more than there are offers"),
  ...tiers.flatMap(({ from }, at) => {
    const above = tiers[at - 1];
    return [
      ...unless(!above || from < above.from, `tiers[${at}].from`, "must lie below that of the tier before it"),
      ...unless(threshold === null || from >= threshold, `tiers[${at}].from`, "must not lie below the threshold"),
    ];
  }),
];

/** Offers and tiers share their codes: what is left of each is counted under them. */
const repeated = (
  name: "offers" | "tiers",
  list: readonly { readonly code: string }[],
  taken: readonly string[],
): readonly FieldError[] =>
  list.flatMap(({ code }, at) => {
    const before = [...taken, ...list.slice(0, at).map((one) => one.code)];
    return unless(!before.includes(code), `${name}[${at}].code`, "must differ from every other offer and tier");
  });

const tieFaults = ({ tieBreaks, allTiedIn }: ProgrammeTerms): readonly FieldError[] => {
  const lot = tieBreaks.findIndex(({ by }) => by === "lot");
  return [
    ...tieBreaks.flatMap((tieBreak, at) =>
      unless(
        !tieBreaks.slice(0, at).some((before) => sameTieBreak(before, tieBreak)),
        `tieBreaks[${at}]`,
        "must not be named twice",
      ),
    ),
    ...unless(lot < 0 || lot === tieBreaks.length - 1, `tieBreaks[${lot}]`, "must be the last: a lot leaves no tie"),
    ...unless(
      lot < 0 || !allTiedIn,
      "allTiedIn",
      "must be false where there is a lot: a lot leaves nobody tied; or leave the lot out",
    ),
  ];
};

type TieBreak = ProgrammeTerms["tieBreaks"][number];

const sameTieBreak = (one: TieBreak, other: TieBreak): boolean =>
  one.by === "indicator" && other.by === "indicator"
    ? one.layer === other.layer && one.code === other.code
    : one.by === other.by;

const unless = (holds: boolean, field: string, detail: string): readonly FieldError[] =>
  holds ? [] : [{ field, detail }];
