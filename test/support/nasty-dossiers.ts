import type { AreaCode } from "#shared/domain/area.ts";
import { always, type Day, date, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import type { Facts, Sanction, VoidedFact } from "#shared/domain/facts.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { RecomputedThrough } from "#shared/scoring/score.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { nastyDate, nastyFactId, nastyFacts } from "./nasty-facts.ts";
import { nastyAreas, nastyPermitEvents } from "./nasty-permits.ts";

/** A person whose file holds what goes wrong, a day to score them on, and how far they were recomputed. */
export interface NastyPerson {
  readonly dossier: Dossier;
  readonly asOf: Day;
  readonly recomputedThrough: RecomputedThrough;
}

/** Person number so-and-so of a seed: the same for ever, and made without making the ones before. */
export const nastyPerson = (seed: number, number: number): NastyPerson => {
  const chance = chanceOf(seed, number);
  const facts = nastyFacts(chance);
  const permitEvents = nastyPermitEvents(chance, 2);
  const version = 2 + permitEvents.length;
  const dossier: Dossier = {
    residentId: `r-${`${number}`.padStart(26, "0")}` as ResidentId,
    version,
    area: chance.oneOf<AreaCode>(...nastyAreas),
    identityBirthDate: facts.birthDate ?? nastyDate(chance, 1960, 2000),
    departments: departmentsOf(facts),
    permitEvents,
    voidedFacts: chance.percent(15) ? chance.several(chance.between(1, 2), () => voiding(chance)) : [],
    sanctions: chance.percent(12) ? chance.several(chance.between(1, 2), () => sanction(chance)) : [],
    conflicts: [],
    corrections: [],
  };
  return { dossier, asOf: dayOf(nastyDate(chance, 2023, 2028)), recomputedThrough: recomputed(chance, version) };
};

const receipt = { receivedAt: "2024-01-01T00:00:00.000Z", receivedOn: date("2024-01-01") };

const departmentsOf = ({ birthDate, residence, education, skills, pension }: Facts): Dossier["departments"] => {
  const part = { sourceVersion: 1, recordId: "record-1", ...receipt };
  return {
    "public-security": { ...part, facts: { birthDate, residence } },
    education: { ...part, facts: { education } },
    hrss: { ...part, facts: { skills, pension } },
  };
};

const voiding = (chance: Chance): VoidedFact => {
  const voidedOn = nastyDate(chance, 2020, 2031);
  const barred = chance.percent(40) && { barredUntil: dateOf(dayAfter(dayOf(voidedOn), chance.between(1, 1500))) };
  return { factId: nastyFactId(chance), voidedOn, ...barred, reason: "forged" };
};

const sanction = (chance: Chance): Sanction => {
  const from = nastyDate(chance, 2020, 2030);
  return { from, to: chance.percent(30) ? null : dateOf(dayAfter(dayOf(from), chance.between(0, 900))) };
};

const recomputed = (chance: Chance, version: number): RecomputedThrough =>
  chance.percent(30)
    ? { version: 0, on: always }
    : { version: chance.between(Math.max(0, version - 2), version), on: dayOf(nastyDate(chance, 2019, 2028)) };
