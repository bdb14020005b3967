import { type Contestant, resultSize } from "./contestant.ts";
import type { DerivedQuantities, Residents } from "./residents.ts";

/** What a programmer would write who had only this one standard to serve, for ever. */
export const handWritten = ({ derived }: Residents): Contestant => ({
  name: "hand-written function",
  startsFrom: "derived quantities",
  passes: 8,
  score: (from, to, results) => {
    for (let index = from; index < to; index++) {
      const { total, age, education, skill, socialInsurance, residence } = scored(derived[index] as DerivedQuantities);
      const place = index * resultSize;
      results[place] = total;
      results[place + 1] = age;
      results[place + 2] = education;
      results[place + 3] = skill;
      results[place + 4] = socialInsurance;
      results[place + 5] = residence;
    }
  },
});

const scored = (resident: DerivedQuantities) => {
  const age = agePoints(resident.age);
  const education = resident.education === 3 ? 1000 : resident.education === 2 ? 800 : 500;
  const skill = skillPoints(resident.skill);
  const socialInsurance = Math.min(3000, resident.pensionMonths * 50);
  const residence = Math.min(3000, resident.residenceMonths * 25);
  const provincial = Math.min(10_000, age + education + skill + socialInsurance + residence);
  const total = Math.max(0, Math.min(30_000, provincial));
  return { total, age, education, skill, socialInsurance, residence };
};

const agePoints = (age: number): number => {
  if (age < 0 || age > 60) return 0;
  return age >= 55 ? 500 : Math.min(2000, 500 + (55 - age) * 100);
};

const skillPoints = (tier: number): number => {
  if (tier === 4) return 1000;
  if (tier === 3) return 800;
  if (tier === 2) return 500;
  return tier === 1 ? 300 : 0;
};
