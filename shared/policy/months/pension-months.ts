import { type Day, firstDayOf, type Month, monthOn, monthText, never } from "#shared/domain/calendar.ts";
import type { DecodedFacts, DecodedPension } from "#shared/domain/decoded-facts.ts";
import type { CompileMonths } from "./months.ts";

/** 累计缴纳养老保险: distinct calendar months paid in the area; overlaps count once, later months not yet. */
export const pensionMonths: CompileMonths = (area, readings) => {
  const kinds = new Set<string>(readings.pensionKinds);
  const counts = (range: DecodedPension, day: Day): boolean =>
    range.province === area &&
    kinds.has(range.kind) &&
    (readings.countBackpaid || !range.backpaid) &&
    range.paidOn <= day &&
    day < range.until;

  /** Calls back with each stretch of distinct months, in order. */
  const sweep = ({ pension }: DecodedFacts, day: Day, visit: (from: Month, to: Month) => void): void => {
    const last = monthOn(day);
    let counted = -1;
    for (const range of pension) {
      if (range.from > last) break;
      if (!counts(range, day)) continue;
      const from = range.from > counted ? range.from : ((counted + 1) as Month);
      const to = range.to < last ? range.to : last;
      if (from > to) continue;
      visit(from, to);
      counted = to;
    }
  };

  return {
    consults: ["countBackpaid", "pensionKinds"],
    count: (facts, day) => {
      let months = 0;
      sweep(facts, day, (from, to) => {
        months += to - from + 1;
      });
      return months;
    },
    growsOn: ({ pension }, day) => {
      const next = (monthOn(day) + 1) as Month;
      const grows = pension.some((range) => range.from <= next && range.to >= next && counts(range, day));
      return grows ? firstDayOf(next) : never;
    },
    describe: (facts, day) => {
      const stretches: string[] = [];
      let [from, to] = [-1, -1] as [number, number];
      const close = () => {
        if (from >= 0)
          stretches.push(
            from === to ? monthText(from as Month) : `${monthText(from as Month)}—${monthText(to as Month)}`,
          );
      };
      sweep(facts, day, (nextFrom, nextTo) => {
        if (nextFrom === to + 1) {
          to = nextTo;
          return;
        }
        close();
        [from, to] = [nextFrom, nextTo];
      });
      close();
      return {
        words: { zh: stretches.join("、"), en: stretches.join(", ") },
        inputs: [{ name: "months", value: stretches.join(" ") }],
      };
    },
  };
};
