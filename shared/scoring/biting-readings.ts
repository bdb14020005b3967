import { decimal } from "#shared/domain/points.ts";
import type { ReadingName, Readings, SwitchedReadings } from "#shared/domain/readings.ts";
import type { BitingReading } from "#shared/domain/score.ts";
import { otherValuesOf } from "#shared/policy/readings.ts";
import type { RootStandard } from "#shared/policy/standard.ts";
import type { Itemising } from "./itemising.ts";
import { scoreOn } from "./score.ts";
import { areaOf } from "./subject.ts";

/** The readings that make a difference to one line: those under whose other values it would have other points. */
export const bitingReadings = ({ standards, subject, result }: Itemising, line: number): readonly BitingReading[] => {
  const { standard, asOf, points } = result;
  const indicator = standard?.indicators[line];
  if (!standard || !indicator) return [];
  return indicator.method.consults.flatMap((name) =>
    biting(standard.root, name, indicator.readings[name], (switched) => {
      const other = standards.under({ switched }).inForce(areaOf(subject, asOf), asOf)?.indicators[line];
      const otherwise = other?.award(other.method.measure(subject.facts, asOf));
      return otherwise === undefined || otherwise === points[line] ? undefined : decimal(otherwise);
    }),
  );
};

/** The readings of the whole under whose other values the total would count differently. */
export const bitingOnTotal = ({
  standards,
  subject,
  result,
  recomputedThrough,
}: Itemising): readonly BitingReading[] => {
  const { standard, asOf, effectiveTotal } = result;
  if (!standard) return [];
  return (["capOrder", "deductionScope", "fraudScope"] as const).flatMap((name) =>
    biting(standard.root, name, standard.readings[name], (switched) => {
      const other = scoreOn(standards.under({ switched }), subject, asOf, recomputedThrough);
      return other.effectiveTotal === effectiveTotal ? undefined : decimal(other.effectiveTotal);
    }),
  );
};

const biting = <Name extends ReadingName>(
  root: RootStandard,
  name: Name,
  value: Readings[Name],
  pointsUnder: (switched: SwitchedReadings) => number | undefined,
): readonly BitingReading[] => {
  const otherwise = otherValuesOf[name](value).flatMap((other) => {
    const points = pointsUnder({ [name]: other });
    return points === undefined ? [] : [{ value: other, points }];
  });
  if (otherwise.length === 0) return [];
  const { question, reason, clause } = root.readings[name];
  return [{ name, value, question, reason, clause, otherwise }];
};
