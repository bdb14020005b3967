import type { ScoreAnswer, ScoreExcerpt } from "#shared/contract/score-answer.ts";
import { type Department, supplierOf } from "#shared/domain/department.ts";

/** What a verifier of the department sees: its own lines, and no totals. */
export const excerptFor = (department: Department, answer: ScoreAnswer): ScoreExcerpt => {
  const { residentId, asOf, area, status, since, missing, lines, stale, warnings, basis } = answer;
  return {
    excerptFor: department,
    residentId,
    asOf,
    area,
    status,
    since,
    missing: missing.filter((fact) => supplierOf[fact] === department),
    lines: lines.filter(({ facts }) => facts.some((fact) => fact.department === department)),
    stale: stale.filter((silent) => silent === department),
    warnings: warnings.filter(({ fact }) => supplierOf[fact ?? "residence"] === department),
    basis,
  };
};
