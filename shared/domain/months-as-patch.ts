import type { AreaCode } from "./area.ts";
import { type CalendarMonth, type Month, monthOf, monthText } from "./calendar.ts";
import type { PensionRange } from "./facts.ts";

interface Months {
  readonly months: readonly CalendarMonth[];
  readonly province: AreaCode;
  readonly kind: PensionRange["kind"];
}

/** The missing months as what is to be added: months that follow one another make one range. */
export const monthsAsPatch = ({ months, province, kind }: Months) => ({
  fact: "pension" as const,
  add: rangesOf(months).map(({ from, to }) => ({ from: monthText(from), to: monthText(to), province, kind })),
});

interface Range {
  readonly from: Month;
  readonly to: Month;
}

const rangesOf = (months: readonly CalendarMonth[]): readonly Range[] => {
  const inOrder = [...new Set(months.map(monthOf))].sort((one, other) => one - other);
  const starts = inOrder.filter((month, at) => inOrder[at - 1] !== month - 1);
  const ends = inOrder.filter((month, at) => inOrder[at + 1] !== month + 1);
  return starts.map((from, at) => ({ from, to: ends[at] ?? from }));
};
