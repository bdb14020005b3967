import { dayOf, monthOf, never } from "./calendar.ts";
import type { FactPatch } from "./fact-patch.ts";
import type { FactName, Facts } from "./facts.ts";

/** One thing said of one stretch of time: the measure by which two sources can be held against each other. */
export interface Span {
  /** Of which paper; of months and days there is only one kind. */
  readonly of: string;
  /** A day or a month, as a count. */
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly says: string;
}

/** What is said of one fact; nothing where nothing is known. */
export const spansOf = (facts: Pick<Facts, FactName>, fact: FactName): readonly Span[] => {
  switch (fact) {
    case "birthDate":
      return facts.birthDate === null ? [] : [birthDateSpan(facts.birthDate)];
    case "education":
      return (facts.education ?? []).map(({ level, obtainedOn, verified, revokedOn }) => ({
        ...onDay(dayOf(obtainedOn)),
        of: level,
        says: `${verified}:${revokedOn ?? ""}`,
      }));
    case "skills":
      return (facts.skills ?? []).map((skill) => ({
        ...onDay(dayOf(skill.issuedOn)),
        of: skill.kind === "special-skill" ? skill.kind : `${skill.kind}:${skill.level}`,
        says: `${skill.verified}:${skill.revokedOn ?? ""}`,
      }));
    case "pension":
      // when and how a month was paid is not what was contested, but whether it was
      return (facts.pension ?? []).map(({ from, to, province, kind }) => ({
        of: "month",
        from: monthOf(from),
        to: monthOf(to) + 1,
        says: `${province}:${kind}`,
      }));
    case "residence":
      return (facts.residence ?? []).map(({ from, to, province }) => ({
        of: "day",
        from: dayOf(from),
        to: to === null ? never : dayOf(to),
        says: province,
      }));
  }
};

/** What a patch adds and what it removes. */
export const spansOfPatch = (patch: FactPatch): { readonly add: readonly Span[]; readonly remove: readonly Span[] } => {
  const of = (facts: Partial<Facts>) => spansOf({ ...nothing, ...facts }, patch.fact);
  if (patch.fact === "birthDate") return { add: of({ birthDate: patch.value }), remove: [] };
  return { add: of({ [patch.fact]: patch.add }), remove: of({ [patch.fact]: patch.remove }) };
};

/** Whether two say the same of every moment of the stretches. */
export const sayTheSame = (one: readonly Span[], other: readonly Span[], stretches: readonly Span[]): boolean =>
  stretches.every((stretch) => {
    const cuts = [one, other]
      .flat()
      .filter(({ of }) => of === stretch.of)
      .flatMap(({ from, to }) => [from, to])
      .filter((cut) => cut > stretch.from && cut < stretch.to);
    return [stretch.from, ...cuts].every((at) => saidAt(one, stretch.of, at) === saidAt(other, stretch.of, at));
  });

/** Those of the spans that touch one of the stretches. */
export const touching = (spans: readonly Span[], stretches: readonly Span[]): readonly Span[] =>
  spans.filter((span) => stretches.some(({ of, from, to }) => of === span.of && span.from < to && from < span.to));

const saidAt = (spans: readonly Span[], of: string, at: number): string =>
  [...new Set(spans.filter((span) => span.of === of && span.from <= at && at < span.to).map(({ says }) => says))]
    .sort()
    .join();

const onDay = (day: number) => ({ from: day, to: day + 1 });

const birthDateSpan = (birthDate: string): Span => ({ of: "birth", from: 0, to: 1, says: birthDate });

const nothing: Facts = { birthDate: null, education: null, skills: null, pension: null, residence: null };
