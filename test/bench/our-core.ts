import type { Day } from "#shared/domain/calendar.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import type { Points } from "#shared/domain/points.ts";
import type { CompiledStandard } from "#shared/scoring/compile-standard.ts";
import { type CanonicalResult, neverRecomputed, scoreOn } from "#shared/scoring/score.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { type Subject, subjectOf } from "#shared/scoring/subject.ts";
import { type Contestant, resultSize } from "./contestant.ts";
import type { Residents } from "./residents.ts";

/** The core's second half: the quantities are there, the points are given and composed. */
export const ourCoreFromQuantities = ({ quantities }: Residents, standard: CompiledStandard): Contestant => ({
  name: "our core, from quantities",
  startsFrom: "derived quantities",
  passes: 8,
  score: (from, to, results) => {
    for (let index = from; index < to; index++) {
      const points = standard.award(quantities[index] as readonly number[]);
      write(results, index, standard.compose(points).total, points);
    }
  },
});

/** The whole core: rules in force, permit, months, points, total, status. */
export const ourCoreFromFacts = ({ subjects }: Residents, standards: Standards, day: Day): Contestant => ({
  name: "our core, from the dossier",
  startsFrom: "decoded facts",
  passes: 1 / 4,
  score: (from, to, results) => {
    for (let index = from; index < to; index++) {
      const { composition, points } = scoreOn(standards, subjects[index] as Subject, day, neverRecomputed);
      write(results, index, composition.total, points);
    }
  },
});

/** What a query does once the database has answered. */
export const ourCoreFromText = ({ texts }: Residents, standards: Standards, day: Day): Contestant => ({
  name: "our core, from stored JSON",
  startsFrom: "stored JSON",
  passes: 1 / 16,
  score: (from, to, results) => {
    for (let index = from; index < to; index++) {
      const dossier: Dossier = JSON.parse(texts[index] as string);
      const { composition, points } = scoreOn(standards, subjectOf(dossier), day, neverRecomputed);
      write(results, index, composition.total, points);
    }
  },
});

const write = (results: Int32Array, index: number, total: Points, points: CanonicalResult["points"]): void => {
  const place = index * resultSize;
  results[place] = total;
  for (let line = 0; line < points.length; line++) results[place + 1 + line] = points[line] as Points;
};
