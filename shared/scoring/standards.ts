import { type AreaCode, coveringAreas, isWithin } from "#shared/domain/area.ts";
import { always, type Day, dayAfter, dayOf, never } from "#shared/domain/calendar.ts";
import type { SwitchedReadings } from "#shared/domain/readings.ts";
import type { PublishedStandard } from "#shared/policy/read-standard.ts";
import type { LocalStandard, RootStandard, Standard } from "#shared/policy/standard.ts";
import { type CompiledStandard, compileStandard } from "./compile-standard.ts";
import { remembering } from "./remembering.ts";

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
  const spans = published.map(spanOf);
  const turns = spans.flatMap(({ from, to }) => [from, to]).sort((one, other) => one - other);
  const compiled = remembering<string, CompiledStandard>(most);
  const periodsOf = remembering<AreaCode, Map<Day, CompiledStandard | undefined>>(most);
  const others = remembering<string, Standards>(most);

  const composed = (area: AreaCode, day: Day): CompiledStandard | undefined => {
    const covering = spans.filter(({ standard, from, to }) => isWithin(area, standard.area) && from <= day && day < to);
    const [root] = latest(covering, "province");
    if (!root) return undefined;
    const locals = [...latest(covering, "city"), ...latest(covering, "county")];
    const id = [root, ...locals].map(({ digest }) => digest).join("+");
    return compiled(id, () =>
      compileStandard(
        root.standard as RootStandard,
        locals.map(({ standard }) => standard as LocalStandard),
        { id, ...hypothesis },
      ),
    );
  };

  return {
    revision: published.length,
    published,
    inForce: (area, day) => {
      const periods = periodsOf(area, () => new Map());
      const since = turns.findLast((turn) => turn <= day) ?? always;
      if (!periods.has(since)) periods.set(since, composed(area, day));
      return periods.get(since);
    },
    turnAfter: (day) => turns.find((turn) => turn > day) ?? never,
    existing: (area) => published.filter(({ standard }) => isWithin(area, standard.area)),
    under: (more) => {
      const both = { ...hypothesis, ...more, switched: { ...hypothesis.switched, ...more.switched } };
      return others(JSON.stringify(both), () => createStandards(published, both));
    },
  };
};

/** How many areas, compositions or hypotheses are kept ready: more than a province has, fewer than strangers can ask for. */
const most = 256;

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
    .sort((one, other) => narrowness(other) - narrowness(one) || other.from - one.from)
    .slice(0, 1);

const narrowness = ({ standard }: Span): number => coveringAreas(standard.area).length;
