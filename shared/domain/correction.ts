import { type CalendarDate, type Day, dateOf, type Month, monthText, never } from "./calendar.ts";
import type { FactPatch } from "./fact-patch.ts";
import {
  type Detail,
  detailOf,
  type Span,
  sayTheSame,
  spansOf,
  spansOfPatch,
  touching,
  without,
} from "./fact-spans.ts";
import { type FactName, type Facts, nothingKnown } from "./facts.ts";

/** 复核: a fact corrected by a decision. It stands beside what the source reports until the source says the same. */
export interface Correction {
  readonly reviewId: string;
  readonly patch: FactPatch;
  /** What the source said of the same months, days or papers when it was corrected. */
  readonly before: readonly Span[];
  /** What the decision rests on. */
  readonly evidence: readonly Evidence[];
  readonly correctedOn: CalendarDate;
}

/** A material, and what it was when the decision was taken. */
export interface Evidence {
  readonly materialId: string;
  readonly sha256: string;
}

/** The correction of a fact about which this was known until now. */
export const correctionOf = (
  { reviewId, patch, evidence }: Pick<Correction, "reviewId" | "patch" | "evidence">,
  known: Facts,
  correctedOn: CalendarDate,
): Correction => ({
  reviewId,
  patch: named(patch, reviewId),
  before: touching(spansOf(known, patch.fact, detailOf(patch)), stretchesOf(patch)),
  evidence,
  correctedOn,
});

/**
 * What a newer report means for a correction. It says of what was corrected what was said before: the correction stands.
 * It says the same as the correction by now: that retires. Anything else is for a person to decide.
 */
export const verdictOn = ({ patch, before }: Correction, known: Facts): "retires" | "stands" | "contradicted" => {
  const stretches = stretchesOf(patch);
  const now = spansOf(known, patch.fact, detailOf(patch));
  const agrees = sayTheSame(now, afterwards(patch, before), stretches);
  // a date that was decided on as it was reported is its source's own from now on
  if (agrees && patch.fact === "birthDate") return "retires";
  if (sayTheSame(now, before, stretches)) return "stands";
  return agrees ? "retires" : "contradicted";
};

/** Whether all that the patch removes is there, so that it removes what it means to. */
export const removesWhatIsThere = (facts: Facts, patch: FactPatch): boolean => {
  const there = spansOf(facts, patch.fact, detailOf(patch));
  return spansOfPatch(patch).remove.every((gone) => without(gone, there).length === 0);
};

/** Whether two say the same of one fact, however it is cut into items and whoever named them. */
export const saysTheSame = (one: Facts, other: Facts, fact: FactName): boolean => {
  const [ones, others] = [spansOf(one, fact, "in-detail"), spansOf(other, fact, "in-detail")];
  return sayTheSame(ones, others, [...ones, ...others]);
};

/** The facts as the patch would have them, however their source has cut its ranges. */
export const patched = (facts: Facts, patch: FactPatch): Facts => {
  const { remove } = spansOfPatch(patch);
  const detail = detailOf(patch);
  switch (patch.fact) {
    case "birthDate":
      return { ...facts, birthDate: patch.value };
    case "education":
      return { ...facts, education: [...(facts.education ?? []).filter(isLeft("education", remove)), ...patch.add] };
    case "skills":
      return { ...facts, skills: [...(facts.skills ?? []).filter(isLeft("skills", remove)), ...patch.add] };
    case "pension": {
      const left = (facts.pension ?? []).flatMap((range) =>
        pieces({ ...nothingKnown, pension: [range] }, patch.fact, remove, detail).map(({ from, to }) => ({
          ...range,
          from: monthText(from as Month),
          to: monthText((to - 1) as Month),
        })),
      );
      return { ...facts, pension: [...left, ...patch.add] };
    }
    case "residence": {
      const left = (facts.residence ?? []).flatMap((stretch) =>
        pieces({ ...nothingKnown, residence: [stretch] }, patch.fact, remove, detail).map(({ from, to }) => ({
          ...stretch,
          from: dateOf(from as Day),
          to: to === never ? null : dateOf(to as Day),
        })),
      );
      return { ...facts, residence: [...left, ...patch.add] };
    }
  }
};

const stretchesOf = (patch: FactPatch): readonly Span[] => {
  const { add, remove } = spansOfPatch(patch);
  return [...add, ...remove];
};

const afterwards = (patch: FactPatch, before: readonly Span[]): readonly Span[] => {
  const { add, remove } = spansOfPatch(patch);
  if (patch.fact === "birthDate") return add;
  return [...before.flatMap((span) => without(span, remove)), ...add];
};

/** What is left of one item, as stretches. */
const pieces = (item: Facts, fact: FactName, remove: readonly Span[], detail: Detail): readonly Span[] =>
  spansOf(item, fact, detail).flatMap((span) => without(span, remove));

const isLeft =
  <Name extends "education" | "skills">(fact: Name, remove: readonly Span[]) =>
  (item: NonNullable<Facts[Name]>[number]): boolean =>
    pieces({ ...nothingKnown, [fact]: [item] }, fact, remove, "in-detail").length > 0;

/** What was added bears the review's id, so that it can be voided like every other fact. */
const named = (patch: FactPatch, id: string): FactPatch => {
  if (patch.fact === "birthDate") return patch;
  return { ...patch, add: patch.add.map((item) => ({ ...item, id })) } as FactPatch;
};
