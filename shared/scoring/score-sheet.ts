import { type CalendarDate, type Day, dateOf } from "#shared/domain/calendar.ts";
import { decimal } from "#shared/domain/points.ts";
import type { ScoreStatus } from "#shared/domain/score.ts";
import type { PublishedStandard } from "#shared/policy/read-standard.ts";
import type { Standard } from "#shared/policy/standard.ts";
import { bitingOnTotal } from "./biting-readings.ts";
import { itemise } from "./itemise.ts";
import type { Itemising } from "./itemising.ts";
import { nextChangeOn } from "./next-change.ts";
import type { CanonicalResult } from "./score.ts";
import { areaOf } from "./subject.ts";

/** The five figures of the provincial table, by the name that an answer gives them. */
const figures = {
  age: "age",
  education: "education",
  skill: "skill",
  socialInsurance: "social-insurance",
  residence: "residence",
} as const;

/** A whole score as people read it: the figures, the status with its reason, and every line. */
export const scoreSheet = (itemising: Itemising) => {
  const { standards, subject, result, recomputedThrough } = itemising;
  const { standard, composition, status, effectiveTotal, missing, asOf, since } = result;
  const area = areaOf(subject, asOf);
  const scored = standard !== undefined;
  return {
    asOf: dateOf(asOf),
    area,
    status,
    since: dateOrNull(since),
    statusClause: standard ? clauseOf(standard.root.statusClauses, status) : null,
    effectiveTotal: decimal(effectiveTotal),
    total: scored ? decimal(composition.total) : null,
    provincialTotal: scored ? decimal(composition.provincialTotal) : null,
    local: localOf(result, subject.facts.givenLocal !== undefined),
    ...figuresOf(result),
    missing,
    lines: itemise(itemising),
    readings: bitingOnTotal(itemising),
    nextChangeOn: dateOrNull(nextChangeOn(standards, subject, result, recomputedThrough)),
    standards: (standard
      ? standards.published.filter(
          ({ standard: one }) => one === standard.root || standard.locals.some((local) => local === one),
        )
      : standards.existing(area)
    ).map(reference),
  };
};

const figuresOf = ({ standard, points }: CanonicalResult) => {
  const figure = (code: string): number | null => {
    const index = standard?.indicators.findIndex(
      (indicator) => indicator.code === code && indicator.layer === "province",
    );
    const value = index === undefined ? undefined : points[index];
    return value === undefined ? null : decimal(value);
  };
  return {
    age: figure(figures.age),
    education: figure(figures.education),
    skill: figure(figures.skill),
    socialInsurance: figure(figures.socialInsurance),
    residence: figure(figures.residence),
  };
};

const localOf = ({ standard, composition }: CanonicalResult, isGiven: boolean) => {
  if (isGiven && standard) return { status: "given" as const, total: decimal(composition.localTotal) };
  return standard && standard.locals.length > 0
    ? { status: "in-force" as const, total: decimal(composition.localTotal) }
    : { status: "not-published" as const, total: null };
};

type StatusClauses = (Standard & { readonly layer: "province" })["statusClauses"];

const clauseOf = (clauses: StatusClauses, status: ScoreStatus): string | null => {
  switch (status) {
    case "effective":
    case "policy-not-in-force":
      return null;
    case "no-permit":
      return clauses.permit;
    case "void-cancelled":
    case "void-suspended":
      return clauses.void;
    case "void-fraud":
      return clauses.fraud;
    case "frozen":
      return clauses.deduction;
    case "pending-recompute":
      return clauses.pending;
  }
};

const reference = ({ standard, digest }: PublishedStandard) => {
  const { code, layer, area, name, document, effectiveFrom, validUntil } = standard;
  return { code, layer, area, name, document: document.number, effectiveFrom, validUntil, digest };
};

const dateOrNull = (day: Day | undefined): CalendarDate | null => (day === undefined ? null : dateOf(day));
