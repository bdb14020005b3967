import type { AreaCode } from "#shared/domain/area.ts";
import {
  type CalendarDate,
  type CalendarMonth,
  type Day,
  dateOf,
  dayAfter,
  dayOf,
  type Month,
  monthOf,
  monthText,
} from "#shared/domain/calendar.ts";
import type { Diploma, Facts, PensionRange, ResidenceStretch, SkillCertificate } from "#shared/domain/facts.ts";
import type { Chance } from "./chance.ts";

/** Facts that lie where mistakes lie: month ends, leap days, overlaps, joins, gaps, papers that do not count. */
export const nastyFacts = (chance: Chance): Facts => ({
  birthDate: chance.percent(4) ? null : nastyDate(chance, ...chance.oneOf(...birthYears)),
  education: unknownOr(chance, () => chance.several(chance.between(0, 3), () => diploma(chance))),
  skills: unknownOr(chance, () => chance.several(chance.between(0, 3), () => certificate(chance))),
  pension: unknownOr(chance, () => pension(chance)),
  residence: unknownOr(chance, () => residence(chance)),
});

/** A day that is more likely a month's first or last, or a leap day, than any other. */
export const nastyDate = (chance: Chance, firstYear: number, lastYear: number): CalendarDate => {
  const year = chance.between(firstYear, lastYear);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const [month, dayOfMonth] = chance.oneOf<() => readonly [number, number]>(
    () => [2, leap ? 29 : 28],
    () => [2, 28],
    () => [3, 1],
    () => [chance.oneOf(1, 3, 5, 7, 8, 10, 12), 31],
    () => [chance.oneOf(4, 6, 9, 11), 30],
    () => [chance.between(1, 12), 1],
    () => [chance.between(1, 12), chance.between(1, 28)],
    () => [chance.between(1, 12), chance.between(1, 28)],
  )();
  return `${year}-${`${month}`.padStart(2, "0")}-${`${dayOfMonth}`.padStart(2, "0")}` as CalendarDate;
};

/** Ids that several facts may share, so that one voiding can take more than one of them. */
export const nastyFactId = (chance: Chance): string => `f${chance.between(1, 8)}`;

// those who pass 40, 54, 60 while scored are as many as all others
const birthYears: readonly [Years, ...Years[]] = [
  [1958, 1975],
  [1978, 1996],
  [1930, 2006],
  [2007, 2030],
];
type Years = readonly [first: number, last: number];

const unknownOr = <Fact>(chance: Chance, make: () => Fact): Fact | null => (chance.percent(6) ? null : make());

const maybeId = (chance: Chance): { readonly id?: string } => (chance.percent(50) ? { id: nastyFactId(chance) } : {});

const revoked = (chance: Chance, from: CalendarDate): { readonly revokedOn?: CalendarDate } =>
  chance.percent(12)
    ? { revokedOn: dateOf(dayAfter(dayOf(from), chance.oneOf(0, 1, 365, chance.between(2, 9000)))) }
    : {};

const paperDate = (chance: Chance): CalendarDate =>
  chance.percent(60) ? nastyDate(chance, 1980, 2019) : nastyDate(chance, 2020, 2033);

const diploma = (chance: Chance): Diploma => {
  const obtainedOn = paperDate(chance);
  const level = chance.oneOf<Diploma["level"]>(
    "primary",
    "junior-secondary",
    "senior-secondary",
    "vocational-secondary",
    "college",
    "higher-vocational",
    "bachelor",
    "master",
    "doctor",
  );
  return { ...maybeId(chance), level, obtainedOn, verified: chance.percent(75), ...revoked(chance, obtainedOn) };
};

const certificate = (chance: Chance): SkillCertificate => {
  const issuedOn = paperDate(chance);
  const common = { ...maybeId(chance), issuedOn, verified: chance.percent(80), ...revoked(chance, issuedOn) };
  switch (chance.between(1, 3)) {
    case 1:
      return { kind: "special-skill", ...common };
    case 2:
      return { kind: "title", level: chance.oneOf("junior", "middle", "senior"), ...common };
    default:
      return {
        kind: chance.oneOf("vocational-qualification", "skill-level"),
        level: chance.between(1, 5),
        ...common,
      };
  }
};

const province = (chance: Chance): AreaCode => (chance.percent(90) ? "330000" : "320000") as AreaCode;

/** Runs of 0, 1, 59, 60, 61 or 120 months, one after the other with gaps, joins and overlaps; some prepaid or back-paid. */
const pension = (chance: Chance): readonly PensionRange[] => {
  let next = monthOf(nastyDate(chance, 2005, 2027).slice(0, 7) as CalendarMonth);
  return chance.several(chance.oneOf(0, 1, 1, 2, 3, 5), () => {
    const from = next;
    const to = (from + chance.oneOf(1, 59, 60, 61, 120, chance.between(1, 40)) - 1) as Month;
    next = (to + 1 + chance.oneOf(0, 1, -1, -3, -to + from, chance.between(-12, 30))) as Month;
    const backpaid = chance.percent(20);
    return {
      ...maybeId(chance),
      from: monthText(from),
      to: monthText(to),
      province: province(chance),
      kind: chance.oneOf("employee", "employee", "flexible", "resident"),
      backpaid,
      ...(backpaid || chance.percent(25) ? { paidOn: paidOn(chance, from, to) } : {}),
    };
  });
};

const paidOn = (chance: Chance, from: Month, to: Month): CalendarDate => {
  const year = Math.floor(chance.oneOf(from, to) / 12);
  return nastyDate(chance, year - 1, Math.min(year + 3, 2099));
};

/** Stretches one after the other that overlap, touch, or leave out a day or more; most people still live here. */
const residence = (chance: Chance): readonly ResidenceStretch[] => {
  let next: Day = dayOf(nastyDate(chance, 2008, 2027));
  const count = chance.oneOf(0, 1, 1, 2, 3, 4);
  return chance.shuffled(
    chance.several(count, (index) => {
      const from = next;
      const isLast = index === count - 1;
      const to = dayAfter(from, chance.oneOf(0, 1, 28, 30, 31, 365, chance.between(2, 2500)));
      next = dayAfter(to, chance.oneOf(0, 0, 1, -1, 2, chance.between(-40, 400)));
      return {
        ...maybeId(chance),
        from: dateOf(from),
        to: chance.percent(isLast ? 70 : 5) ? null : dateOf(to),
        province: province(chance),
      };
    }),
  );
};
