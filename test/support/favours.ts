import { AreaCode } from "#shared/domain/area.ts";
import {
  type CalendarDate,
  type Day,
  dateOf,
  dayAfter,
  dayOf,
  type Month,
  monthText,
  never,
} from "#shared/domain/calendar.ts";
import type { Facts, ResidenceStretch } from "#shared/domain/facts.ts";
import type { Chance } from "./chance.ts";

/** The same person with one thing more in their favour; nothing where there is nothing to improve. */
export type Favour = (facts: Facts, chance: Chance) => Facts | undefined;

export const oneMorePensionMonth: Favour = (facts, chance) => {
  const month = monthText(chance.between(2005 * 12, 2030 * 12) as Month);
  const more = { from: month, to: month, province, kind: "employee", backpaid: false } as const;
  return { ...facts, pension: withOneMore(facts.pension, more, chance) };
};

export const oneMoreDiploma: Favour = (facts, chance) => {
  const level = chance.oneOf("primary", "senior-secondary", "college", "bachelor", "doctor");
  const more = { level, obtainedOn: someDay(chance), verified: true } as const;
  return { ...facts, education: withOneMore(facts.education, more, chance) };
};

export const oneMoreCertificate: Favour = (facts, chance) => {
  const level = chance.oneOf("junior", "middle", "senior");
  const more = { kind: "title", level, issuedOn: someDay(chance), verified: true } as const;
  return { ...facts, skills: withOneMore(facts.skills, more, chance) };
};

export const earlierDiploma: Favour = (facts, chance) => {
  const education = withOne(facts.education, chance, (diploma) => ({
    ...diploma,
    obtainedOn: earlier(diploma.obtainedOn, chance),
  }));
  return education && { ...facts, education };
};

export const earlierCertificate: Favour = (facts, chance) => {
  const skills = withOne(facts.skills, chance, (certificate) => ({
    ...certificate,
    issuedOn: earlier(certificate.issuedOn, chance),
  }));
  return skills && { ...facts, skills };
};

export const earlierPayment: Favour = (facts, chance) => {
  const pension = withOne(facts.pension, chance, (range) =>
    range.paidOn === undefined ? undefined : { ...range, paidOn: earlier(range.paidOn, chance) },
  );
  return pension && { ...facts, pension };
};

export const earlierRegistration: Favour = (facts, chance) => {
  const stretches = facts.residence ?? [];
  const residence = withOne(stretches, chance, (stretch) => {
    const from = earlier(stretch.from, chance);
    const touches = stretches.some((other) => other !== stretch && reaches(other, stretch.from, from));
    return touches ? undefined : { ...stretch, from };
  });
  return residence && { ...facts, residence };
};

const province = AreaCode.parse("330000");

/** Whether a stretch that began no later reaches the day. */
const reaches = ({ from, to }: ResidenceStretch, noLaterThan: CalendarDate, day: CalendarDate): boolean =>
  from <= noLaterThan && (to === null ? never : dayOf(to)) >= dayOf(day);

const withOneMore = <Fact>(facts: readonly Fact[] | null, more: Fact, chance: Chance): readonly Fact[] =>
  chance.percent(50) ? [more, ...(facts ?? [])] : [...(facts ?? []), more];

const withOne = <Fact>(
  facts: readonly Fact[] | null,
  chance: Chance,
  change: (fact: Fact) => Fact | undefined,
): readonly Fact[] | undefined => {
  if (!facts) return undefined;
  const index = chance.between(0, facts.length - 1);
  const changed = facts[index] && change(facts[index]);
  return changed && facts.with(index, changed);
};

const someDay = (chance: Chance): CalendarDate => dateOf(chance.between(5000, 22_000) as Day);

const earlier = (date: CalendarDate, chance: Chance): CalendarDate =>
  dateOf(dayAfter(dayOf(date), -chance.oneOf(1, 2, 28, 30, 31, 365, chance.between(1, 1500))));
