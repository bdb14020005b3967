import * as z from "zod";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { Department } from "#shared/domain/department.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { BitingReading, DecimalPoints, KnownFact, ScoreLine, ScoreStatus } from "#shared/domain/score.ts";
import { Words } from "#shared/domain/words.ts";

/** A standard by name, with the digest of its exact words. */
export const StandardReference = z
  .strictObject({
    code: z.string(),
    layer: z.enum(["province", "city", "county"]),
    area: AreaCode,
    name: Words,
    document: z.string(),
    effectiveFrom: CalendarDate,
    validUntil: CalendarDate,
    digest: z.string(),
  })
  .readonly()
  .meta({ id: "StandardReference" });
export type StandardReference = z.infer<typeof StandardReference>;

const scoreShape = {
  asOf: CalendarDate,
  area: AreaCode.meta({ description: "The area whose standards were asked: that of the permit on the day" }),
  status: ScoreStatus,
  since: CalendarDate.nullable().meta({ description: "The day from which a void, frozen or pending status holds" }),
  statusClause: z
    .string()
    .nullable()
    .meta({ description: "The words of the document by which the points do not count; null when effective" }),
  effectiveTotal: DecimalPoints.meta({ description: "What counts: the total when effective, else 0" }),
  total: DecimalPoints.nullable().meta({ description: "The total before status; a preview unless effective" }),
  provincialTotal: DecimalPoints.nullable(),
  local: z
    .strictObject({
      status: z.enum(["in-force", "not-published", "given"]).meta({
        description: "`not-published`: the county has no standard in force, so only provincial points count",
      }),
      total: DecimalPoints.nullable(),
    })
    .readonly(),
  age: DecimalPoints.nullable(),
  education: DecimalPoints.nullable(),
  skill: DecimalPoints.nullable(),
  socialInsurance: DecimalPoints.nullable(),
  residence: DecimalPoints.nullable(),
  missing: z.array(KnownFact).readonly().meta({ description: "Facts of which nothing is known; unknown is not zero" }),
  lines: z.array(ScoreLine).readonly(),
  readings: z.array(BitingReading).readonly().meta({ description: "Readings that make a difference to the whole" }),
  nextChangeOn: CalendarDate.nullable().meta({
    description: "The first day on which this answer will differ by the mere passing of time",
  }),
  standards: z.array(StandardReference).readonly().meta({
    description: "Those in force; when none is, those that exist for the area, and when",
  }),
} as const;

/** A score that rests on nothing stored. */
export const EstimateAnswer = z
  .strictObject({
    ...scoreShape,
    hypothetical: z
      .literal(true)
      .exactOptional()
      .meta({ description: "Readings were switched or a local layer given" }),
  })
  .readonly()
  .meta({ id: "Estimate" });
export type EstimateAnswer = z.infer<typeof EstimateAnswer>;

/** What the dossier says beside the points. */
export const Warning = z
  .strictObject({
    code: z.enum(["endorsement-overdue", "birth-date-contradicts-identity-number", "source-contradicts-correction"]),
    on: CalendarDate.nullable(),
    fact: KnownFact.nullable().meta({ description: "The fact that is in doubt; null where it is the permit" }),
    detail: Words,
  })
  .readonly()
  .meta({ id: "Warning" });
export type Warning = z.infer<typeof Warning>;

const personShape = {
  residentId: ResidentId,
  stale: z.array(Department).readonly().meta({ description: "Departments silent for longer than they declared" }),
  warnings: z.array(Warning).readonly(),
  basis: z
    .strictObject({ dossierVersion: z.int(), registryRevision: z.int(), asOf: CalendarDate })
    .readonly()
    .meta({ id: "Basis", description: "What the score rests on: three values that only grow" }),
} as const;

/** 积分分值和得分明细. */
export const ScoreAnswer = z
  .strictObject({ ...scoreShape, ...personShape })
  .readonly()
  .meta({ id: "Score" });
export type ScoreAnswer = z.infer<typeof ScoreAnswer>;

/** What a verifying department may see of a score: its own lines, and no totals. */
export const ScoreExcerpt = z
  .strictObject({
    ...personShape,
    asOf: scoreShape.asOf,
    area: scoreShape.area,
    status: scoreShape.status,
    since: scoreShape.since,
    missing: scoreShape.missing,
    lines: scoreShape.lines,
    excerptFor: Department,
  })
  .readonly()
  .meta({ id: "ScoreExcerpt", description: "The lines of one department, for its verifiers" });
export type ScoreExcerpt = z.infer<typeof ScoreExcerpt>;
