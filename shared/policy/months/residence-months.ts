import {
  addMonths,
  type Day,
  dateOf,
  dayAfter,
  earlierOf,
  laterOf,
  monthsAndDays,
  never,
} from "#shared/domain/calendar.ts";
import type { DecodedFacts } from "#shared/domain/decoded-facts.ts";
import type { Readings } from "#shared/domain/readings.ts";
import type { Input } from "../method.ts";
import type { CompileMonths } from "./months.ts";

/** How many pooled leftover days make one more month. */
const poolOf: Readonly<Record<Readings["leftover"], number>> = {
  pool31: 31,
  pool30: 30,
  drop: Number.POSITIVE_INFINITY,
};

/** 累计居住时间: whole months of every stretch of registration, reckoned from its start, and pooled leftover days. */
export const residenceMonths: CompileMonths = (area, readings) => {
  const pool = poolOf[readings.leftover];

  /** Calls back with each stretch up to the day; overlapping and touching ones merged, suspensions cut out if so read. */
  const sweep = (facts: DecodedFacts, day: Day, visit: (from: Day, to: Day) => void): void => {
    const visitUnsuspended = readings.countDuringSuspension ? visit : cutOut(facts, visit);
    let from = never;
    let to = never;
    for (const stretch of facts.residence) {
      if (stretch.from > day) break;
      if (stretch.province !== area || day >= stretch.until) continue;
      const end = earlierOf(stretch.to, day);
      if (from === never) {
        from = stretch.from;
        to = end;
      } else if (stretch.from <= to) {
        to = laterOf(to, end);
      } else {
        visitUnsuspended(from, to);
        from = stretch.from;
        to = end;
      }
    }
    if (from !== never) visitUnsuspended(from, to);
  };

  return {
    consults: ["monthRule", "leftover", "countDuringSuspension"],
    count: (facts, day) => {
      let months = 0;
      let leftover = 0;
      sweep(facts, day, (from, to) => {
        const complete = monthsAndDays(from, to);
        months += complete.months;
        leftover += complete.days;
      });
      return months + Math.floor(leftover / pool);
    },
    growsOn: (facts, day) => {
      let leftover = 0;
      let running = never;
      sweep(facts, day, (from, to) => {
        leftover += monthsAndDays(from, to).days;
        if (to === day) running = from;
      });
      if (running === never) return never;
      const fullMonth = addMonths(running, monthsAndDays(running, day).months + 1);
      const fullPool = pool === Number.POSITIVE_INFINITY ? never : dayAfter(day, pool - (leftover % pool));
      return earlierOf(fullMonth, fullPool);
    },
    describe: (facts, day) => {
      const stretches: Input[] = [];
      let leftover = 0;
      sweep(facts, day, (from, to) => {
        leftover += monthsAndDays(from, to).days;
        stretches.push({ name: "stretch", value: `${dateOf(from)}/${dateOf(to)}` });
      });
      const spans = stretches.map(({ value }) => `${value}`.split("/"));
      const pooled = stretches.length > 1 || leftover >= pool;
      return {
        words: {
          zh: `${spans.map(([from, to]) => `${from} 至 ${to}`).join("、")}${pooled ? `(零散 ${leftover} 天)` : ""}`,
          en: `${spans.map(([from, to]) => `${from} to ${to}`).join(", ")}${pooled ? ` (${leftover} leftover days)` : ""}`,
        },
        inputs: [...stretches, { name: "leftoverDays", value: leftover, unit: "days" }],
      };
    },
  };
};

/** Visits what is left of a stretch outside the suspensions of the permit, and where it only just begins. */
const cutOut =
  ({ suspensions }: DecodedFacts, visit: (from: Day, to: Day) => void) =>
  (from: Day, to: Day): void => {
    let start = from;
    for (const suspension of suspensions) {
      if (suspension.from >= to) break;
      if (suspension.to <= start) continue;
      if (suspension.from > start) visit(start, suspension.from);
      start = suspension.to;
    }
    if (start <= to) visit(start, to);
  };
