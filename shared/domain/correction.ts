import type { CalendarDate } from "./calendar.ts";
import type { FactPatch } from "./fact-patch.ts";
import { type Span, sayTheSame, spansOf, spansOfPatch, touching } from "./fact-spans.ts";
import type { Facts } from "./facts.ts";

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

/** The correction of a fact about which the source says this. */
export const correctionOf = (
  { reviewId, patch, evidence }: Pick<Correction, "reviewId" | "patch" | "evidence">,
  reported: Facts,
  correctedOn: CalendarDate,
): Correction => ({
  reviewId,
  patch: named(patch, reviewId),
  before: touching(spansOf(reported, patch.fact), stretchesOf(patch)),
  evidence,
  correctedOn,
});

/**
 * What a newer report means for a correction. The source says the same by now: it retires. It says of what was corrected
 * what it said before, or nothing is known to it: it stands. Anything else is for a person to decide.
 */
export const verdictOn = ({ patch, before }: Correction, reported: Facts): "retires" | "stands" | "contradicted" => {
  if (reported[patch.fact] === null) return "stands";
  const stretches = stretchesOf(patch);
  const now = spansOf(reported, patch.fact);
  if (sayTheSame(now, afterwards(patch, before), stretches)) return "retires";
  return sayTheSame(now, before, stretches) ? "stands" : "contradicted";
};

/** The facts as the patch would have them. */
export const patched = (facts: Facts, patch: FactPatch): Facts => {
  switch (patch.fact) {
    case "birthDate":
      return { ...facts, birthDate: patch.value };
    case "education":
      return { ...facts, education: itemsAfter(facts.education, patch) };
    case "skills":
      return { ...facts, skills: itemsAfter(facts.skills, patch) };
    case "pension":
      return { ...facts, pension: itemsAfter(facts.pension, patch) };
    case "residence":
      return { ...facts, residence: itemsAfter(facts.residence, patch) };
  }
};

const stretchesOf = (patch: FactPatch): readonly Span[] => {
  const { add, remove } = spansOfPatch(patch);
  return [...add, ...remove];
};

const afterwards = (patch: FactPatch, before: readonly Span[]): readonly Span[] => {
  const { add, remove } = spansOfPatch(patch);
  if (patch.fact === "birthDate") return add;
  return [...before.filter((span) => !remove.some((gone) => isSame(gone, span))), ...add];
};

const itemsAfter = <Item extends object>(
  items: readonly Item[] | null,
  { add, remove }: { readonly add: readonly Item[]; readonly remove: readonly Item[] },
): readonly Item[] => {
  const gone = new Set(remove.map(content));
  return [...(items ?? []).filter((item) => !gone.has(content(item))), ...add];
};

/** What was added bears the review's id, so that it can be voided like every other fact. */
const named = (patch: FactPatch, id: string): FactPatch => {
  if (patch.fact === "birthDate") return patch;
  return { ...patch, add: patch.add.map((item) => ({ ...item, id })) } as FactPatch;
};

// both were parsed by one schema, so their fields stand in one order
const content = (item: object): string => JSON.stringify({ ...item, id: undefined });

const isSame = (one: Span, other: Span): boolean =>
  one.of === other.of && one.from === other.from && one.to === other.to && one.says === other.says;
