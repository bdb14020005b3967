import { type AreaCode, isWithin } from "#shared/domain/area.ts";
import { type Day, dayAfter, dayOf, never } from "#shared/domain/calendar.ts";
import type { SwitchedReadings } from "#shared/domain/readings.ts";
import type { PublishedStandard } from "#shared/policy/read-standard.ts";
import type { LocalStandard, RootStandard, Standard } from "#shared/policy/standard.ts";
import { type CompiledStandard, compileStandard } from "./compile-standard.ts";

/** The registry of standards: which rules are in force where and when. */
export interface Standards {
  /** Grows by one with every standard put in force. */
  readonly revision: number;
  readonly published: readonly PublishedStandard[];
  /** The layers in force for the area on the day, or nothing where no provincial standard is. */
  readonly inForce: (area: AreaCode, day: Day) => CompiledStandard | undefined;
  /** The first day after this one on which some standard begins or has ended. */
  readonly turnAfter: (day: Day) => Day;
  /** Every standard whose area covers this one, whenever it is in force. */
  readonly existing: (area: AreaCode) => readonly PublishedStandard[];
  /** The same registry under other readings, or with a local layer handed in as sums. */
  readonly under: (hypothesis: Hypothesis) => Standards;
}

export interface Hypothesis {
  readonly switched?: SwitchedReadings;
  readonly givenLocal?: boolean;
}

export const createStandards = (published: readonly PublishedStandard[], hypothesis: Hypothesis = {}): Standards => {
  const compiled = new Map<string, CompiledStandard>();
  const others = new Map<string, Standards>();
  const turns = published
    .flatMap(({ standard }) => [dayOf(standard.effectiveFrom), dayAfter(dayOf(standard.validUntil))])
    .sort((one, other) => one - other);

  const inForce = (area: AreaCode, day: Day): CompiledStandard | undefined => {
    const covering = published.filter(({ standard }) => isWithin(area, standard.area) && isInForce(standard, day));
    const [root] = latest(covering, "province");
    if (!root) return undefined;
    const locals = [...latest(covering, "city"), ...latest(covering, "county")];
    const id = [root, ...locals].map(({ digest }) => digest).join("+");
    const known = compiled.get(id);
    if (known) return known;
    const made = compileStandard(
      root.standard as RootStandard,
      locals.map(({ standard }) => standard as LocalStandard),
      { id, ...hypothesis },
    );
    compiled.set(id, made);
    return made;
  };

  return {
    revision: published.length,
    published,
    inForce,
    turnAfter: (day) => turns.find((turn) => turn > day) ?? never,
    existing: (area) => published.filter(({ standard }) => isWithin(area, standard.area)),
    under: (more) => {
      const both = { ...hypothesis, ...more, switched: { ...hypothesis.switched, ...more.switched } };
      const key = JSON.stringify(both);
      const known = others.get(key) ?? createStandards(published, both);
      others.set(key, known);
      return known;
    },
  };
};

const isInForce = ({ effectiveFrom, validUntil }: Standard, day: Day): boolean =>
  dayOf(effectiveFrom) <= day && day <= dayOf(validUntil);

/** Of one layer's standards in force, the one that began last. */
const latest = (covering: readonly PublishedStandard[], layer: Standard["layer"]): readonly PublishedStandard[] =>
  covering
    .filter(({ standard }) => standard.layer === layer)
    .sort((one, other) => (one.standard.effectiveFrom < other.standard.effectiveFrom ? 1 : -1))
    .slice(0, 1);
