import { AreaCode } from "#shared/domain/area.ts";
import { date } from "#shared/domain/calendar.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import {
  Diploma,
  type EducationLevel,
  type FactName,
  type Facts,
  PensionRange,
  ResidenceStretch,
  SkillCertificate,
  VoidedFact,
} from "#shared/domain/facts.ts";
import { PermitEvent } from "#shared/domain/permit-event.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";

/** A person told in the words of the domain. Every step gives another person and leaves this one as they were. */
export interface ResidentBuilder {
  readonly dossier: Dossier;
  readonly bornOn: (date: string) => ResidentBuilder;
  readonly withDiploma: (level: EducationLevel, obtainedOn?: string, more?: Partial<Diploma>) => ResidentBuilder;
  /** `special-skill`, `title:middle`, `skill-level:3`. */
  readonly withCertificate: (category: string, issuedOn?: string, more?: Partial<SkillCertificate>) => ResidentBuilder;
  readonly withPension: (from: string, to: string, more?: Details) => ResidentBuilder;
  /** `to` is the first day no longer registered. */
  readonly registered: (from: string, to?: string | null, more?: Details) => ResidentBuilder;
  readonly withNothingKnownOf: (...names: readonly FactName[]) => ResidentBuilder;
  readonly withoutPermit: () => ResidentBuilder;
  readonly whosePermitWas: (what: keyof typeof eventTypes, on: string, more?: Details) => ResidentBuilder;
  readonly whoseFactWasVoided: (factId: string, on: string, more?: Details) => ResidentBuilder;
  readonly sanctioned: (from: string, to?: string | null) => ResidentBuilder;
}

/** What else a fact or an event says, as its schema spells it. */
type Details = Readonly<Record<string, unknown>>;

/** Born 1990-05-05, known to have nothing that counts, and holding a permit of county 339901 since 2020-05-01. */
export const aResident = (): ResidentBuilder =>
  builderOf(nothing, { ...emptyDossier, version: 1 }).whosePermitWas("issued", "2020-05-01", { area: "339901" });

const nothing: Facts = { birthDate: date("1990-05-05"), education: [], skills: [], pension: [], residence: [] };

const emptyDossier: Dossier = {
  residentId: "r-00000000000000000000000001" as ResidentId,
  version: 0,
  area: AreaCode.parse("339901"),
  identityBirthDate: date("1990-05-05"),
  departments: {},
  permitEvents: [],
  voidedFacts: [],
  sanctions: [],
  conflicts: [],
  corrections: [],
};

const eventTypes = {
  issued: "issue",
  suspended: "suspend",
  restored: "restore",
  cancelled: "cancel",
  moved: "move",
  converted: "convert",
  endorsed: "endorse",
} as const;

const builderOf = (facts: Facts, dossier: Dossier): ResidentBuilder => {
  const knowing = (more: Partial<Facts>) => builderOf({ ...facts, ...more }, next());
  const next = (more: Partial<Dossier> = {}): Dossier => ({ ...dossier, ...more, version: dossier.version + 1 });
  return {
    dossier: { ...dossier, departments: departmentsOf(facts) },
    bornOn: (text) => knowing({ birthDate: date(text) }),
    withDiploma: (level, obtainedOn = "2010-07-01", more = {}) =>
      knowing({
        education: [...(facts.education ?? []), Diploma.parse({ level, obtainedOn, verified: true, ...more })],
      }),
    withCertificate: (category, issuedOn = "2015-01-01", more = {}) =>
      knowing({
        skills: [...(facts.skills ?? []), SkillCertificate.parse({ ...ofCategory(category), issuedOn, ...more })],
      }),
    withPension: (from, to, more = {}) =>
      knowing({
        pension: [
          ...(facts.pension ?? []),
          PensionRange.parse({ from, to, province: "330000", kind: "employee", ...more }),
        ],
      }),
    registered: (from, to = null, more = {}) =>
      knowing({
        residence: [...(facts.residence ?? []), ResidenceStretch.parse({ from, to, province: "330000", ...more })],
      }),
    withNothingKnownOf: (...names) => knowing(Object.fromEntries(names.map((name) => [name, null]))),
    withoutPermit: () => builderOf(facts, next({ permitEvents: [] })),
    whosePermitWas: (what, on, more = {}) => {
      const eventId = `event-${dossier.permitEvents.length + 1}`;
      const plain = { type: eventTypes[what], eventId, permitId: "permit-1", effectiveOn: on };
      const event = PermitEvent.parse({ ...plain, ...more });
      const version = dossier.version + 1;
      return builderOf(facts, next({ permitEvents: [...dossier.permitEvents, { event, version }] }));
    },
    whoseFactWasVoided: (factId, on, more) => {
      const voided = VoidedFact.parse({ factId, voidedOn: on, reason: "forged", ...more });
      return builderOf(facts, next({ voidedFacts: [...dossier.voidedFacts, voided] }));
    },
    sanctioned: (from, to = null) => {
      const sanction = { from: date(from), to: to === null ? null : date(to) };
      return builderOf(facts, next({ sanctions: [...dossier.sanctions, sanction] }));
    },
  };
};

const ofCategory = (category: string): Details => {
  const [kind, level] = category.split(":");
  if (level === undefined) return { kind };
  return { kind, level: kind === "title" ? level : Number(level) };
};

const departmentsOf = ({ birthDate, residence, education, skills, pension }: Facts): Dossier["departments"] => {
  const part = {
    sourceVersion: 1,
    recordId: "record-1",
    receivedAt: "2024-01-01T00:00:00.000Z",
    receivedOn: date("2024-01-01"),
  };
  return {
    "public-security": { ...part, facts: { birthDate, residence } },
    education: { ...part, facts: { education } },
    hrss: { ...part, facts: { skills, pension } },
  };
};
