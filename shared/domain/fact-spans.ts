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

/** `whether`: what decides whether a month counts. `in-detail`: also what decides from when, how and when it was paid. */
export type Detail = "whether" | "in-detail";

/** What is said of one fact; nothing where nothing is known. */
export const spansOf = (facts: Pick<Facts, FactName>, fact: FactName, detail: Detail = "whether"): readonly Span[] => {
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
      return (facts.pension ?? []).map(({ from, to, province, kind, backpaid, paidOn }) => ({
        of: "month",
        from: monthOf(from),
        to: monthOf(to) + 1,
        says: `${province}:${kind}${detail === "in-detail" ? `:${backpaid}:${paidOn ?? ""}` : ""}`,
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

/** Months that are missing were contested, however they are paid; who has months replaced contests how they were paid. */
export const detailOf = (patch: FactPatch): Detail =>
  patch.fact !== "birthDate" && patch.remove.length > 0 ? "in-detail" : "whether";

/** What a patch adds and what it removes. */
export const spansOfPatch = (patch: FactPatch): { readonly add: readonly Span[]; readonly remove: readonly Span[] } => {
  const of = (facts: Partial<Facts>) => spansOf({ ...nothing, ...facts }, patch.fact, detailOf(patch));
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

/** What is left of a span where others that say the same are taken out of it. */
export const without = (span: Span, others: readonly Span[]): readonly Span[] =>
  others
    .filter(({ of, says }) => of === span.of && says === span.says)
    .reduce<readonly Span[]>(
      (left, { from, to }) =>
        left.flatMap((piece) =>
          [
            { ...piece, to: Math.min(piece.to, from) },
            { ...piece, from: Math.max(piece.from, to) },
          ].filter((rest) => rest.from < rest.to),
        ),
      [span],
    );

const saidAt = (spans: readonly Span[], of: string, at: number): string =>
  [...new Set(spans.filter((span) => span.of === of && span.from <= at && at < span.to).map(({ says }) => says))]
    .sort()
    .join();

const onDay = (day: number) => ({ from: day, to: day + 1 });

const birthDateSpan = (birthDate: string): Span => ({ of: "birth", from: 0, to: 1, says: birthDate });

const nothing: Facts = { birthDate: null, education: null, skills: null, pension: null, residence: null };
