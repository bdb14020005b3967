import type { AreaCode } from "#shared/domain/area.ts";
import type { Day } from "#shared/domain/calendar.ts";
import type { DecodedFacts } from "#shared/domain/decoded-facts.ts";
import type { ReadingName, Readings } from "#shared/domain/readings.ts";
import type { Words } from "#shared/domain/words.ts";
import type { Input } from "../method.ts";

/** A way to count months out of one kind of fact. */
export interface Months {
  readonly consults: readonly ReadingName[];
  readonly count: (facts: DecodedFacts, day: Day) => number;
  /** The next day on which the count may grow by the mere passing of time. */
  readonly growsOn: (facts: DecodedFacts, day: Day) => Day;
  /** What was counted, in words and numbers. */
  readonly describe: (facts: DecodedFacts, day: Day) => { readonly words: Words; readonly inputs: readonly Input[] };
}

export type CompileMonths = (area: AreaCode, readings: Readings) => Months;
