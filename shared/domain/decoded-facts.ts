import { always, type Day, dayOf, earlierOf, firstDayOf, type Month, monthOf, never } from "./calendar.ts";
import { type FactName, type Facts, factNames, type PensionRange, type Sanction, type VoidedFact } from "./facts.ts";
import type { PermitTimeline } from "./permit-timeline.ts";

/** A paper that counts from one day until, and without, another. */
export interface DecodedPaper {
  /** Its place in the department's list. */
  readonly index: number;
  /** What a standard tells papers apart by: `bachelor`, `title:middle`, `special-skill`. */
  readonly category: string;
  readonly verified: boolean;
  readonly from: Day;
  readonly until: Day;
}

export interface DecodedPension {
  readonly from: Month;
  readonly to: Month;
  readonly paidOn: Day;
  readonly province: string;
  readonly kind: PensionRange["kind"];
  readonly backpaid: boolean;
  /** The first day on which it no longer counts. */
  readonly until: Day;
}

export interface DecodedStretch {
  readonly from: Day;
  readonly to: Day;
  readonly province: string;
  readonly until: Day;
}

export interface Interval {
  readonly from: Day;
  /** Exclusive. */
  readonly to: Day;
}

/** The facts as whole numbers, decoded once at the door; lists in order of their beginning. */
export interface DecodedFacts {
  readonly birth: Day | undefined;
  readonly papers: { readonly education: readonly DecodedPaper[]; readonly skills: readonly DecodedPaper[] };
  readonly pension: readonly DecodedPension[];
  readonly residence: readonly DecodedStretch[];
  readonly suspensions: readonly Interval[];
  readonly freezes: readonly Interval[];
  /** How long some fact has been void for forgery, and a standard may void all; the earliest first. */
  readonly bars: readonly Interval[];
  /** What nothing is known of. */
  readonly missing: readonly FactName[];
  /** Every day on which some fact begins or ends to count, in no order. */
  readonly turns: readonly Day[];
  readonly permit: PermitTimeline;
  /** A local layer handed in as its two sums, in hundredths of a point. */
  readonly givenLocal: { readonly awards: number; readonly deductions: number } | undefined;
}

export interface FactsToDecode {
  readonly facts: Facts;
  readonly permit: PermitTimeline;
  readonly voidedFacts: readonly VoidedFact[];
  readonly sanctions: readonly Sanction[];
  readonly givenLocal?: DecodedFacts["givenLocal"];
}

export const decodeFacts = ({ facts, permit, voidedFacts, sanctions, givenLocal }: FactsToDecode): DecodedFacts => {
  const voided = new Map<string, Day>();
  for (const { factId, voidedOn } of voidedFacts) {
    voided.set(factId, earlierOf(dayOf(voidedOn), voided.get(factId) ?? never));
  }
  const untilOf = ({ id, revokedOn }: { id?: string; revokedOn?: Parameters<typeof dayOf>[0] }): Day =>
    earlierOf(
      revokedOn === undefined ? never : dayOf(revokedOn),
      (id === undefined ? undefined : voided.get(id)) ?? never,
    );

  const education = (facts.education ?? []).map((diploma, index) => ({
    index,
    category: diploma.level,
    verified: diploma.verified,
    from: dayOf(diploma.obtainedOn),
    until: untilOf(diploma),
  }));
  const skills = (facts.skills ?? []).map((certificate, index) => ({
    index,
    category: certificate.kind === "special-skill" ? certificate.kind : `${certificate.kind}:${certificate.level}`,
    verified: certificate.verified,
    from: dayOf(certificate.issuedOn),
    until: untilOf(certificate),
  }));
  const pension = (facts.pension ?? [])
    .map((range) => ({
      from: monthOf(range.from),
      to: monthOf(range.to),
      paidOn: range.paidOn === undefined ? always : dayOf(range.paidOn),
      province: range.province,
      kind: range.kind,
      backpaid: range.backpaid,
      until: untilOf(range),
    }))
    .sort((one, other) => one.from - other.from);
  const residence = (facts.residence ?? [])
    .map((stretch) => ({
      from: dayOf(stretch.from),
      to: stretch.to === null ? never : dayOf(stretch.to),
      province: stretch.province,
      until: untilOf(stretch),
    }))
    .sort((one, other) => one.from - other.from);

  return completed({
    birth: facts.birthDate === null ? undefined : dayOf(facts.birthDate),
    papers: { education, skills },
    pension,
    residence,
    freezes: sanctions.map(({ from, to }) => ({ from: dayOf(from), to: to === null ? never : dayOf(to) })),
    bars: voidedFacts
      .map(({ voidedOn, barredUntil }) => ({
        from: dayOf(voidedOn),
        to: barredUntil === undefined ? never : dayOf(barredUntil),
      }))
      .sort((one, other) => one.from - other.from),
    missing: factNames.filter((name) => facts[name] === null),
    permit,
    givenLocal,
  });
};

/** Decoded facts without what follows from them. */
export type DecodedParts = Omit<DecodedFacts, "suspensions" | "turns">;

export const completed = (parts: DecodedParts): DecodedFacts => ({
  ...parts,
  suspensions: suspensionsIn(parts.permit),
  turns: turnsIn(parts),
});

/** The first day after this one on which some fact begins or ends to count. */
export const turnAfter = ({ turns }: DecodedFacts, day: Day): Day => {
  let next = never;
  for (const turn of turns) if (turn > day && turn < next) next = turn;
  return next;
};

const suspensionsIn = (permit: PermitTimeline): readonly Interval[] =>
  permit.flatMap(({ standing, from }, index) =>
    standing === "suspended" ? [{ from, to: permit[index + 1]?.from ?? never }] : [],
  );

// pushed one by one: with packed facts this is a good part of reading them
const turnsIn = ({ birth, papers, pension, residence, freezes, bars, permit }: DecodedParts): readonly Day[] => {
  const turns: Day[] = [birth ?? always];
  for (const { from, until } of papers.education) turns.push(from, until);
  for (const { from, until } of papers.skills) turns.push(from, until);
  for (const { from, paidOn, until } of pension) turns.push(firstDayOf(from), paidOn, until);
  for (const { from, to, until } of residence) turns.push(from, to, until);
  for (const { from, to } of freezes) turns.push(from, to);
  for (const { from, to } of bars) turns.push(from, to);
  for (const { from } of permit) turns.push(from);
  return turns;
};
