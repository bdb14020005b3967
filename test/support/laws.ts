import { decodeFacts } from "#shared/domain/decoded-facts.ts";
import { factsOf } from "#shared/domain/dossier.ts";
import { decimal, exactPoints } from "#shared/domain/points.ts";
import type { ScoreLine } from "#shared/domain/score.ts";
import { digestOf } from "#shared/scoring/digest.ts";
import { itemise } from "#shared/scoring/itemise.ts";
import { unreported } from "#shared/scoring/itemising.ts";
import { type CanonicalResult, scoreOn } from "#shared/scoring/score.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { type Subject, subjectOf } from "#shared/scoring/subject.ts";
import { type Chance, chanceOf } from "./chance.ts";
import * as favours from "./favours.ts";
import { type NastyPerson, nastyPerson } from "./nasty-dossiers.ts";
import { nastyStandards } from "./nasty-standards.ts";

/** A nasty person scored, with what is needed to score them again. */
interface Scored extends NastyPerson {
  readonly standards: Standards;
  readonly subject: Subject;
  readonly result: CanonicalResult;
  readonly chance: Chance;
  /** Rendered for some only, because it costs more than scoring. */
  readonly lines: readonly ScoreLine[] | undefined;
}

/** Whether it holds for one person. */
type Law = (scored: Scored) => boolean;

/** Every law that some person of the seed broke, with the first who did; and how often each status and adjustment occurred. */
export interface Survey {
  readonly broken: ReadonlyMap<string, string>;
  readonly seen: ReadonlyMap<string, number>;
}

export const surveyOf = (seed: number, people: number): Survey => {
  const broken = new Map<string, string>();
  const seen = new Map<string, number>();
  const asPublished = nastyStandards();
  const lessGenerous = nastyStandards({ maximum: { points: 60, clause: "最高分值60分" } });
  for (let number = 0; number < people; number++) {
    const standards = number % 4 === 0 ? lessGenerous : asPublished;
    const one = scored(standards, nastyPerson(seed, number), chanceOf(seed + 1, number), number % 10 === 0);
    const { status, composition } = one.result;
    for (const what of [status, ...composition.adjustments.map(({ code }) => code)]) {
      seen.set(what, (seen.get(what) ?? 0) + 1);
    }
    for (const [law, holds] of Object.entries(laws)) {
      if (!broken.has(law) && !holds(one)) broken.set(law, `does not hold for nastyPerson(${seed}, ${number})`);
    }
  }
  return { broken, seen };
};

const scored = (standards: Standards, person: NastyPerson, chance: Chance, inFull: boolean): Scored => {
  const subject = subjectOf(person.dossier);
  const result = scoreOn(standards, subject, person.asOf, person.recomputedThrough);
  const lines = inFull ? itemise({ ...person, standards, subject, result, provenance: unreported }) : undefined;
  return { ...person, standards, subject, result, chance, lines };
};

/** What holds for everyone, in words. */
export const laws: Readonly<Record<string, Law>> = {
  "the five provincial lines and the provincial cap sum to the provincial total": ({ result }) => {
    const { points, standard, composition } = result;
    const lines = points.filter((_, index) => standard?.indicators[index]?.layer === "province");
    const caps = composition.adjustments.filter(({ layer }) => layer === "province").map(({ points }) => points);
    return (lines.length === 5 || !standard) && total([...lines, ...caps]) === composition.provincialTotal;
  },
  "all points and adjustments sum to the total": ({ result: { points, composition } }) =>
    total([...points, ...composition.adjustments.map(({ points }) => points)]) === composition.total,
  "all lines as people read them sum to the total": ({ lines, result }) =>
    !lines || total(lines.map(({ points }) => exactPoints(points))) === result.composition.total,
  "what counts is the total when effective, else nothing": ({ result: { status, effectiveTotal, composition } }) =>
    effectiveTotal === (status === "effective" ? composition.total : 0),
  "the total lies between 0 and 300": ({ result: { composition } }) =>
    composition.total >= 0 && decimal(composition.total) <= 300,
  "every line's points are whole hundredths within its maximum": ({ result: { points, standard } }) =>
    points.every((value, index) => {
      const maximum = standard?.indicators[index]?.maximum ?? 0;
      return Number.isSafeInteger(value) && !Object.is(value, -0) && Math.abs(value) <= maximum;
    }),
  "the same dossier gives the same bytes again": (one) => {
    const dossier = one.lines ? structuredClone(one.dossier) : one.dossier;
    const again = scored(one.standards, { ...one, dossier }, one.chance, one.lines !== undefined);
    return bytesOf(one) === bytesOf(again);
  },
  "one more pension month never lowers the provincial total": neverLowers(favours.oneMorePensionMonth),
  "one more verified diploma never lowers the provincial total": neverLowers(favours.oneMoreDiploma),
  "one more verified certificate never lowers the provincial total": neverLowers(favours.oneMoreCertificate),
  "a diploma obtained earlier never lowers the provincial total": neverLowers(favours.earlierDiploma),
  "a certificate issued earlier never lowers the provincial total": neverLowers(favours.earlierCertificate),
  "months paid earlier never lower the provincial total": neverLowers(favours.earlierPayment),
  "an earlier registration that touches no other never lowers the provincial total": neverLowers(
    favours.earlierRegistration,
  ),
};

function neverLowers(favour: favours.Favour): Law {
  return ({ standards, dossier, subject, asOf, recomputedThrough, result, chance }) => {
    const facts = favour(factsOf(dossier), chance);
    if (!facts) return true;
    const { permit } = subject.facts;
    const { voidedFacts, sanctions } = dossier;
    const favoured = { ...subject, facts: decodeFacts({ facts, permit, voidedFacts, sanctions }) };
    const after = scoreOn(standards, favoured, asOf, recomputedThrough);
    return after.composition.provincialTotal >= result.composition.provincialTotal;
  };
}

const bytesOf = ({ result, lines }: Scored): string => JSON.stringify([digestOf(result), lines]);

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
