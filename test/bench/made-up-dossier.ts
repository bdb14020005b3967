import type { AreaCode } from "#shared/domain/area.ts";
import { type Day, date, dateOf, dayAfter, type Month, monthOn, monthText } from "#shared/domain/calendar.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import type {
  Diploma,
  EducationLevel,
  PensionRange,
  ResidenceStretch,
  SkillCertificate,
} from "#shared/domain/facts.ts";
import type { PermitEvent } from "#shared/domain/permit-event.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** An invented person as they stand a while before the day: most work, some are new, a few are long at every maximum. */
export const madeUpDossier = (random: SeededRandom, number: number, day: Day): Dossier => {
  const { between, percent, oneOf } = random;
  const ago = (days: number): Day => dayAfter(day, -days);
  // three throws make the middle of the range likelier than its ends
  const age = 16 * 365 + between(0, 17 * 365) + between(0, 17 * 365) + between(0, 17 * 365);
  const birthDate = dateOf(ago(age));
  const daysHere = oneOf([
    [25, between(1, 700)],
    [45, between(700, 2600)],
    [30, between(2600, 7000)],
  ]);
  const part = {
    sourceVersion: 1,
    recordId: `record-${number}`,
    receivedAt: "2026-06-01T02:00:00.000Z",
    receivedOn: date("2026-06-01"),
  };
  const known = <Facts>(facts: Facts): Facts | null => (percent(2) ? null : facts);

  return {
    residentId: `r-${String(number).padStart(26, "0")}` as ResidentId,
    version: 5,
    area: county(random),
    identityBirthDate: birthDate,
    departments: {
      "public-security": {
        ...part,
        facts: { birthDate: known(birthDate), residence: stretches(random, ago, daysHere) },
      },
      education: { ...part, facts: { education: known(diplomas(random, ago, age)) } },
      hrss: {
        ...part,
        facts: { skills: known(certificates(random, ago)), pension: known(ranges(random, ago, daysHere)) },
      },
    },
    permitEvents: permitEvents(random, ago, daysHere).map((event, index) => ({ event, version: index + 2 })),
    voidedFacts: [],
    sanctions: [],
    conflicts: [],
    corrections: [],
  };
};

const province = "330000" as AreaCode;
const elsewhere = "320000" as AreaCode;
const county = ({ between }: SeededRandom): AreaCode => `33990${between(1, 9)}` as AreaCode;

type Ago = (days: number) => Day;

const diplomas = ({ between, percent, oneOf }: SeededRandom, ago: Ago, age: number): readonly Diploma[] => {
  const level = oneOf<EducationLevel>([
    [7, "primary"],
    [33, "junior-secondary"],
    [14, "senior-secondary"],
    [12, "vocational-secondary"],
    [10, "college"],
    [8, "higher-vocational"],
    [13, "bachelor"],
    [2, "master"],
    [1, "doctor"],
  ]);
  const diploma = (of: EducationLevel): Diploma => ({
    level: of,
    obtainedOn: dateOf(ago(between(1, Math.max(1, age - 16 * 365)))),
    verified: percent(94),
  });
  return percent(20) ? [diploma("senior-secondary"), diploma(level)] : [diploma(level)];
};

const certificates = ({ between, percent, oneOf }: SeededRandom, ago: Ago): readonly SkillCertificate[] => {
  const certificate = (): SkillCertificate => {
    const issued = { issuedOn: dateOf(ago(between(1, 6000))), verified: percent(95) };
    return oneOf<SkillCertificate>([
      [
        50,
        {
          kind: "skill-level",
          level: oneOf([
            [1, 1],
            [3, 2],
            [6, 3],
            [8, 4],
            [6, 5],
          ] as const),
          ...issued,
        },
      ],
      [20, { kind: "vocational-qualification", level: between(1, 5), ...issued }],
      [15, { kind: "special-skill", ...issued }],
      [
        15,
        {
          kind: "title",
          level: oneOf([
            [5, "junior"],
            [3, "middle"],
            [1, "senior"],
          ] as const),
          ...issued,
        },
      ],
    ]);
  };
  return Array.from(
    {
      length: oneOf([
        [60, 0],
        [30, 1],
        [10, 2],
      ] as const),
    },
    certificate,
  );
};

/** Jobs with gaps between them, counted back from now. */
const ranges = ({ between, percent, oneOf }: SeededRandom, ago: Ago, daysHere: number): readonly PensionRange[] => {
  const made: PensionRange[] = [];
  const begun = monthOn(ago(daysHere));
  let to = (monthOn(ago(0)) - (percent(80) ? 0 : between(1, 20))) as Month;
  while (to > begun && percent(90)) {
    const from = Math.max(begun, to - between(2, 40)) as Month;
    made.unshift({
      from: monthText(from),
      to: monthText(to),
      province: percent(93) ? province : elsewhere,
      kind: oneOf([
        [80, "employee"],
        [15, "flexible"],
        [5, "resident"],
      ] as const),
      backpaid: percent(4),
    });
    to = (from - between(1, 9)) as Month;
  }
  return made;
};

/** Registrations with gaps between them, the last one mostly still running. */
const stretches = ({ between, percent }: SeededRandom, ago: Ago, daysHere: number): readonly ResidenceStretch[] => {
  const made: ResidenceStretch[] = [];
  let from = daysHere;
  while (from > 0 && made.length < 4) {
    const to = percent(70) ? 0 : between(0, from);
    made.push({
      from: dateOf(ago(from)),
      to: to === 0 && percent(90) ? null : dateOf(ago(to)),
      province: percent(97) ? province : elsewhere,
    });
    from = to - between(1, 200);
  }
  return made;
};

const permitEvents = (random: SeededRandom, ago: Ago, daysHere: number): readonly PermitEvent[] => {
  const { between, percent } = random;
  const issuedAgo = daysHere - 180;
  if (issuedAgo < 1) return [];
  const at = (eventId: string, days: number) => ({ eventId, permitId: "permit-1", effectiveOn: dateOf(ago(days)) });
  const issue: PermitEvent = { type: "issue", ...at("issued", issuedAgo), area: county(random) };
  if (percent(94) || issuedAgo < 4) return [issue];
  const suspendedAgo = between(2, issuedAgo - 1);
  const suspend: PermitEvent = { type: "suspend", ...at("suspended", suspendedAgo) };
  if (percent(50)) return [issue, suspend];
  return [issue, suspend, { type: "restore", ...at("restored", between(1, suspendedAgo - 1)) }];
};
