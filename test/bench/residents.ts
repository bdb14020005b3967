import type { Day } from "#shared/domain/calendar.ts";
import type { CompiledStandard } from "#shared/scoring/compile-standard.ts";
import { type Subject, subjectOf } from "#shared/scoring/subject.ts";
import { madeUpDossier } from "./made-up-dossier.ts";
import { seededRandom } from "./seeded-random.ts";

/** What is left of a person once all months and papers are counted: the peers have no calendar, so they start here. */
export interface DerivedQuantities {
  /** In full years; -1 when the birth date is not known. */
  readonly age: number;
  /** The tier of the highest diploma that counts, 1 to 3 as the standard has them; 0 for none. */
  readonly education: number;
  /** The tier of the best certificate that counts, 1 to 4 as the standard has them; 0 for none. */
  readonly skill: number;
  /** Distinct months of pension insurance. */
  readonly pensionMonths: number;
  /** Whole months of residence. */
  readonly residenceMonths: number;
}

/** The same people in every form that some contestant starts from; place n is always the same person. */
export interface Residents {
  readonly count: number;
  /** The dossier as it is stored. */
  readonly texts: readonly string[];
  readonly subjects: readonly Subject[];
  /** Derived quantities as the core has them. */
  readonly quantities: readonly (readonly number[])[];
  /** The same numbers as the peers have them. */
  readonly derived: readonly DerivedQuantities[];
}

/** Invented residents, no two with the same derived quantities, so that no branch predictor learns them by heart. */
export const residents = (count: number, standard: CompiledStandard, day: Day): Residents => {
  const random = seededRandom(38);
  const seen = new Set<string>();
  const texts: string[] = [];
  const subjects: Subject[] = [];
  const quantities: number[][] = [];
  for (let number = 1; texts.length < count; number++) {
    const text = JSON.stringify(madeUpDossier(random, number, day));
    const subject = subjectOf(JSON.parse(text));
    const measured = standard.measure(subject.facts, day);
    const key = measured.join();
    if (seen.has(key)) continue;
    seen.add(key);
    texts.push(text);
    subjects.push(subject);
    quantities.push(measured);
  }
  // copied side by side, so that reading them costs our core and the peers the same
  return {
    count,
    texts,
    subjects,
    quantities: quantities.map((each) => [...each]),
    derived: quantities.map(derivedFrom),
  };
};

const derivedFrom = ([
  ageNext = 0,
  education = 0,
  skill = 0,
  pensionMonths = 0,
  residenceMonths = 0,
]: readonly number[]): DerivedQuantities => ({ age: ageNext - 1, education, skill, pensionMonths, residenceMonths });
