import type { Day } from "#shared/domain/calendar.ts";
import type { DecodedFacts } from "#shared/domain/decoded-facts.ts";
import { exactPoints, minus, noPoints, type Points } from "#shared/domain/points.ts";
import { type Readings, readingNames, type SwitchedReadings } from "#shared/domain/readings.ts";
import type { Words } from "#shared/domain/words.ts";
import { compileRule } from "#shared/policy/catalogue.ts";
import type { CompiledMethod } from "#shared/policy/method.ts";
import type { Indicator, LayerName, LocalStandard, RootStandard, Standard } from "#shared/policy/standard.ts";
import { type Composition, type CompositionPlan, compose } from "./compose.ts";
import { givenAwards, givenDeductions } from "./given-local.ts";

/** One indicator made ready: what its line says, and how it is measured. */
export interface CompiledIndicator {
  readonly code: string;
  readonly kind: "indicator" | "deduction";
  readonly layer: LayerName;
  readonly name: Words;
  readonly words: Words;
  readonly source: string;
  readonly document: string;
  readonly maximum: Points | undefined;
  /** The readings it was compiled under: its own layer's. */
  readonly readings: Readings;
  readonly method: CompiledMethod;
  /** What the method's quantity gives; a deduction as negative points. */
  readonly award: CompiledMethod["award"];
}

/** A standard made ready: everything that depends only on the standard has been done. */
export interface CompiledStandard {
  /** Tells this composition of standards and readings from every other. */
  readonly id: string;
  readonly root: RootStandard;
  readonly locals: readonly LocalStandard[];
  readonly readings: Readings;
  readonly indicators: readonly CompiledIndicator[];
  readonly freezes: boolean;
  /** One whole number per indicator, in their order. */
  readonly measure: (facts: DecodedFacts, day: Day) => number[];
  /** One award per indicator; deductions negative. */
  readonly award: (quantities: readonly number[]) => Points[];
  readonly compose: (points: readonly Points[]) => Composition;
}

export interface CompileOptions {
  readonly id?: string;
  readonly switched?: SwitchedReadings;
  /** Whether the sums of a local layer are handed in with the facts. */
  readonly givenLocal?: boolean;
}

/** Composes the provincial standard and any number of local layers, the widest first. */
export const compileStandard = (
  root: RootStandard,
  locals: readonly LocalStandard[] = [],
  { id = root.code, switched = {}, givenLocal = false }: CompileOptions = {},
): CompiledStandard => {
  const declared = readingsOf(root);
  // sums that are handed in stand for the local layers, and not beside them
  const layered = givenLocal ? [] : locals;
  const layers = [
    ...[root, ...layered].map((standard) =>
      compileLayer(standard, { ...declared, ...standardReadings(standard), ...switched }, root),
    ),
    ...(givenLocal ? [givenLayer(root, { ...declared, ...switched })] : []),
  ];
  const readings: Readings = { ...declared, ...Object.assign({}, ...locals.map(standardReadings)), ...switched };
  const indicators = layers.flatMap(({ indicators }) => indicators);
  const methods = indicators.map(({ method }) => method);
  const awards = indicators.map(({ award }) => ({
    award,
    known: Array.from({ length: tabled }, (_, at) => award(at)),
  }));
  const plan: CompositionPlan = {
    layers: layers.map(({ name, maximum, indicators }) => ({ name, maximum, indicators: indicators.length })),
    localMaximum: exactPoints(root.totals.localMaximum.points),
    maximum: exactPoints(root.totals.maximum.points),
    capOrder: readings.capOrder,
    deductionScope: readings.deductionScope,
  };

  return {
    id,
    root,
    locals,
    readings,
    indicators,
    freezes: locals.some(({ freeze }) => freeze !== undefined),
    measure: (facts, day) => methods.map(({ measure }) => measure(facts, day)),
    award: (quantities) =>
      awards.map(({ award, known }, index) => {
        const quantity = quantities[index] ?? 0;
        return known[quantity] ?? award(quantity);
      }),
    compose: (points) => compose(plan, points),
  };
};

/** What quantities below this give is looked up, at half the cost of asking each method: any age, 42 years of months. */
const tabled = 512;

interface Layer {
  readonly name: LayerName;
  readonly maximum: Points | undefined;
  readonly indicators: readonly CompiledIndicator[];
}

const compileLayer = (standard: Standard, readings: Readings, root: RootStandard): Layer => {
  const compiled =
    (kind: CompiledIndicator["kind"]) =>
    (indicator: Indicator): CompiledIndicator => {
      const { code, name, words, source } = indicator;
      const maximum = exactPoints(indicator.maximum.points);
      const method = compileRule(indicator.rule, { maximum, readings, area: root.area });
      const award = kind === "deduction" ? negated(method.award) : method.award;
      const { number: document } = standard.document;
      return { code, kind, layer: standard.layer, name, words, source, document, maximum, readings, method, award };
    };
  return {
    name: standard.layer,
    maximum: standard.maximum && exactPoints(standard.maximum.points),
    indicators: [
      ...standard.indicators.map(compiled("indicator")),
      ...("deductions" in standard ? standard.deductions.map(compiled("deduction")) : []),
    ],
  };
};

const givenLayer = ({ document }: RootStandard, readings: Readings): Layer => {
  const common = { layer: "county", document: document.number, maximum: undefined, readings } as const;
  return {
    name: "county",
    maximum: undefined,
    indicators: [
      { ...common, ...givenAwards, kind: "indicator", award: givenAwards.method.award },
      { ...common, ...givenDeductions, kind: "deduction", award: negated(givenDeductions.method.award) },
    ],
  };
};

const negated =
  (award: CompiledMethod["award"]): CompiledMethod["award"] =>
  (quantity) =>
    minus(noPoints, award(quantity));

const readingsOf = ({ readings }: RootStandard): Readings =>
  Object.fromEntries(readingNames.map((name) => [name, readings[name].value])) as unknown as Readings;

const standardReadings = (standard: Standard): SwitchedReadings =>
  standard.layer === "province" ? {} : standard.readings;
