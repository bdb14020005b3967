import { type AreaCode, coveringAreas, isWithin } from "#shared/domain/area.ts";
import { always, type Day, dayAfter, dayOf, never } from "#shared/domain/calendar.ts";
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
  const spans = published.map(spanOf);
  const turns = spans.flatMap(({ from, to }) => [from, to]).sort((one, other) => one - other);

  const compose = (area: AreaCode, day: Day): CompiledStandard | undefined => {
    const covering = spans.filter(({ standard, from, to }) => isWithin(area, standard.area) && from <= day && day < to);
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

  // who asks for one area on one day asks for it on the next days too
  let last: { readonly area: AreaCode; readonly periods: Map<Day, CompiledStandard | undefined> } | undefined;
  const inForce = (area: AreaCode, day: Day): CompiledStandard | undefined => {
    if (last?.area !== area) last = { area, periods: new Map() };
    const period = turns.findLast((turn) => turn <= day) ?? always;
    if (!last.periods.has(period)) last.periods.set(period, compose(area, day));
    return last.periods.get(period);
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
      if (others.size >= hypothesesKept) others.clear();
      others.set(key, known);
      return known;
    },
  };
};

/** Anyone may ask under any readings, so what was compiled for them is not kept for ever. */
const hypothesesKept = 64;

interface Span extends PublishedStandard {
  readonly from: Day;
  /** Exclusive. */
  readonly to: Day;
}

const spanOf = (published: PublishedStandard): Span => {
  const { effectiveFrom, validUntil } = published.standard;
  return { ...published, from: dayOf(effectiveFrom), to: dayAfter(dayOf(validUntil)) };
};

/** Of one layer's standards in force the one made for the narrowest area; of several, the one that began last. */
const latest = (covering: readonly Span[], layer: Standard["layer"]): readonly Span[] =>
  covering
    .filter(({ standard }) => standard.layer === layer)
    .sort((one, other) => breadth(one) - breadth(other) || other.from - one.from)
    .slice(0, 1);

const breadth = ({ standard }: Span): number => coveringAreas(standard.area).length * -1;
