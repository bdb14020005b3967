import type { AreaCode } from "#shared/domain/area.ts";
import type { Day } from "#shared/domain/calendar.ts";
import type { DecodedFacts } from "#shared/domain/decoded-facts.ts";
import type { FactName } from "#shared/domain/facts.ts";
import type { Points } from "#shared/domain/points.ts";
import type { ReadingName, Readings } from "#shared/domain/readings.ts";
import type { Words } from "#shared/domain/words.ts";

/** What a method is compiled with, beside its own rule. */
export interface MethodContext {
  readonly maximum: Points;
  readonly readings: Readings;
  /** The area whose facts count. */
  readonly area: AreaCode;
}

/** One number that went into a line, named, with its unit. */
export interface Input {
  readonly name: string;
  readonly value: number | string;
  readonly unit?: "years" | "months" | "days" | "points";
}

/** How the points of a line came about. */
export interface Reckoning {
  /** "2019-02-20 至 2024-06-30 共 64 个月 × 0.25 = 16". */
  readonly words: Words;
  readonly inputs: readonly Input[];
  /** The words of the document by which exactly these points are given. */
  readonly clause: string;
}

/**
 * A scoring method made ready for one rule. It measures one whole number from the facts and turns that into points;
 * what depends only on the standard was done when it was compiled.
 */
export interface CompiledMethod {
  /** The fact it reads; when nothing is known of it, the line names it as missing. */
  readonly fact: FactName | undefined;
  /** The readings it consults. */
  readonly consults: readonly ReadingName[];
  /** The quantity that counts on the day: years, months, the number of a category. */
  readonly measure: (facts: DecodedFacts, day: Day) => number;
  /** Never above the maximum, and never negative: a deduction's line turns the sign. */
  readonly award: (quantity: number) => Points;
  /**
   * The next day on which the quantity may change to other points by the mere passing of time: never too late, early is
   * allowed, `never` once settled. Days on which a fact begins or ends to count are the core's business.
   */
  readonly nextOn: (facts: DecodedFacts, day: Day, quantity: number) => Day;
  /** `points` are those awarded for the quantity. */
  readonly explain: (facts: DecodedFacts, day: Day, quantity: number, points: Points) => Reckoning;
}
