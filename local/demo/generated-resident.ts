import type { AreaCode } from "#shared/domain/area.ts";
import { addMonths, type Day, date, dateOf, dayAfter, dayOf, monthOn, monthText } from "#shared/domain/calendar.ts";
import type { EducationLevel, Facts, PensionRange, ResidenceStretch, SkillCertificate } from "#shared/domain/facts.ts";
import { type Draw, drawOf } from "./draw.ts";
import { city, counties, type Newcomer, newcomer, type PermitStep, province } from "./newcomer.ts";

/** One of any number of believable people: the same seed, number and day make the same person. */
export const generatedResident = (seed: number, number: number, on: Day): Newcomer => {
  const draw = drawOf(seed, number);
  const bornOn = birthday(number, on);
  const yearsOld = Math.floor((on - bornOn) / 365.25);
  const cameOn = dayAfter(addMonths(on, -draw.between(2, Math.min(20, yearsOld - 16) * 12)), -draw.between(0, 27));
  const area = countyOf(draw);
  return newcomer({
    label: `${seed}-${number}-${dateOf(on)}`,
    sourceVersion: on,
    name: surnames[draw.between(0, surnames.length - 1)] + given(draw) + (draw.percent(60) ? given(draw) : ""),
    bornOn: dateOf(bornOn),
    sequence: `${10 + (seed % 80)}${`${Math.floor(number / birthdays) % 1000}`.padStart(3, "0")}`,
    area,
    facts: {
      birthDate: draw.percent(98) ? dateOf(bornOn) : null,
      residence: draw.percent(98) ? residence(draw, cameOn, on) : null,
      education: draw.percent(96) ? education(draw, bornOn, on) : null,
      skills: draw.percent(95) ? skills(draw, bornOn, on) : null,
      pension: draw.percent(96) ? pension(draw, cameOn, on) : null,
    },
    permit: permit(draw, area, cameOn, on),
  });
};

// 18 to 61 years; the stride takes every day of them once before it takes one again, so that no two numbers are alike
const birthdays = 44 * 365;
const birthday = (number: number, on: Day): Day => dayAfter(addMonths(on, -62 * 12), ((number * 6151) % birthdays) + 1);

const countyOf = (draw: Draw) => draw.weighted(...counties.map((county, place) => [5 - place * 0.8, county] as const));

const residence = (draw: Draw, cameOn: Day, on: Day): readonly ResidenceStretch[] => {
  const stretch = (from: Day, to: Day | null): ResidenceStretch => ({
    from: dateOf(from),
    to: to === null ? null : dateOf(to),
    province,
    city,
  });
  const leftOn = dayAfter(cameOn, draw.between(40, 1200));
  const backOn = dayAfter(leftOn, draw.between(5, 300));
  return draw.percent(15) && backOn < on ? [stretch(cameOn, leftOn), stretch(backOn, null)] : [stretch(cameOn, null)];
};

const education = (draw: Draw, bornOn: Day, on: Day): Facts["education"] => {
  const [level, years = 0] = draw.weighted<readonly [EducationLevel?, number?]>(
    [8, []],
    [30, ["junior-secondary", 16]],
    [20, ["senior-secondary", 19]],
    [12, ["vocational-secondary", 19]],
    [8, ["higher-vocational", 22]],
    [9, ["college", 22]],
    [11, ["bachelor", 23]],
    [2, ["master", 26]],
  );
  if (level === undefined) return [];
  const obtainedOn = date(`${Number(dateOf(bornOn).slice(0, 4)) + years}-06-30`);
  return dayOf(obtainedOn) > on ? [] : [{ level, obtainedOn, verified: draw.percent(93) }];
};

const skills = (draw: Draw, bornOn: Day, on: Day): readonly SkillCertificate[] => {
  const issued = dayAfter(addMonths(bornOn, 20 * 12), draw.between(0, 15 * 365));
  if (draw.percent(62) || issued > on) return [];
  const certificate = { issuedOn: dateOf(issued), verified: draw.percent(97) };
  const level = draw.weighted([1, 1], [4, 2], [15, 3], [30, 4], [25, 5]);
  return [
    draw.weighted<SkillCertificate>(
      [60, { kind: "skill-level", level, ...certificate }],
      [20, { kind: "vocational-qualification", level, ...certificate }],
      [12, { kind: "special-skill", ...certificate }],
      [6, { kind: "title", level: "junior", ...certificate }],
      [2, { kind: "title", level: "middle", ...certificate }],
    ),
  ];
};

const pension = (draw: Draw, cameOn: Day, on: Day): readonly PensionRange[] => {
  const kind = draw.weighted<PensionRange["kind"]>([80, "employee"], [14, "flexible"], [6, "resident"]);
  const paid = (from: Day, to: Day): readonly PensionRange[] =>
    from > to
      ? []
      : [{ from: monthText(monthOn(from)), to: monthText(monthOn(to)), province, city, kind, backpaid: false }];
  const startedOn = addMonths(cameOn, draw.between(0, 8));
  const stoppedOn = addMonths(startedOn, draw.between(3, 40));
  const lastPaidOn = addMonths(on, -1);
  if (draw.percent(14) || startedOn > lastPaidOn) return [];
  if (draw.percent(70) || stoppedOn > lastPaidOn) return paid(startedOn, lastPaidOn);
  return [...paid(startedOn, stoppedOn), ...paid(addMonths(stoppedOn, draw.between(2, 9)), lastPaidOn)];
};

const permit = (draw: Draw, area: AreaCode, cameOn: Day, on: Day): readonly PermitStep[] => {
  const issuedOn = addMonths(cameOn, draw.between(6, 9));
  const days = on - issuedOn;
  if (days < 0 || draw.percent(3)) return [];
  const step = (share: number) => ({ effectiveOn: dateOf(dayAfter(issuedOn, Math.ceil(days * share))) });
  const endorsementDueOn = dateOf(dayAfter(on, draw.between(-20, 345)));
  const issue = (share: number): PermitStep => ({
    type: "issue",
    ...step(share),
    area,
    endorsementDueOn,
  });
  // too young a permit to have been through anything
  if (days < 30) return [issue(0)];
  return draw.weighted<readonly PermitStep[]>(
    [87, [issue(0)]],
    [4, [issue(0), { type: "suspend", ...step(0.9) }]],
    [3, [issue(0), { type: "suspend", ...step(0.5) }, { type: "restore", ...step(0.7) }]],
    [3, [issue(0), { type: "cancel", ...step(0.8) }]],
    [1, [issue(0), { type: "cancel", ...step(0.4) }, { ...issue(0.6), permit: 2 }]],
    [2, [issue(0), { type: "move", ...step(0.6), area: countyOf(draw) }]],
  );
};

const surnames = [..."江陆叶程林石顾宋何方白温裴柳秦梁沈苏夏罗邵姚"];
const givenNames = [..."山雨听泉望舒小满晚舟知秋远帆问渠间月未至青禾云帆清和明远思齐若水长风初晴"];
const given = (draw: Draw): string => givenNames[draw.between(0, givenNames.length - 1)] ?? "";
