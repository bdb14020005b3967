import * as z from "zod";
import { ApplicationNumber, ApplicationState } from "#shared/domain/application.ts";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { ProgrammeId, ServiceDepartment } from "#shared/domain/programme.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { DecimalPoints, ScoreStatus } from "#shared/domain/score.ts";
import { AskedMaterial, HandedInMaterial, ReviewTerm } from "./review-answer.ts";

const ApplicationRole = z.enum(["resident", "guardian", "window", "verifier", "system"]);

const caseShape = {
  applicationNumber: ApplicationNumber,
  programmeId: ProgrammeId,
  residentId: ResidentId,
  round: z.union([z.literal(1), z.literal(2)]).meta({ description: "In which round it is ranked" }),
  version: z.int().min(1).meta({ description: "The number of its steps" }),
  area: AreaCode.meta({ description: "Of the programme: whose office decides" }),
  department: ServiceDepartment,
  state: ApplicationState,
  since: CalendarDate.meta({ description: "Since when it stands there" }),
  appliedAt: z.iso.datetime(),
  waitsFor: z.enum(["department", "resident", "settlement", "nobody"]),
  term: ReviewTerm.nullable().meta({ description: "Until when whoever has to act has to" }),
  contested: z.boolean().meta({ description: "Whether the decision on eligibility was contested; it can be once" }),
} as const;

/** How an application goes, and nothing of what it is about: for whoever watches over terms. */
export const ApplicationCase = z
  .strictObject({ ...caseShape, caseOnly: z.literal(true) })
  .readonly()
  .meta({ id: "ApplicationCase", description: "How an application goes, without what was said and handed in" });
export type ApplicationCase = z.infer<typeof ApplicationCase>;

/** What was copied at the cut-off, so that the ranking can be repeated. */
const FrozenAnswer = z
  .strictObject({
    residentId: ResidentId.meta({ description: "Whose points count: the applicant's, or the other parent's" }),
    status: ScoreStatus,
    total: DecimalPoints,
    asOf: CalendarDate,
    dossierVersion: z.int(),
    registryRevision: z.int(),
    digest: z.string(),
  })
  .readonly()
  .meta({ id: "FrozenScore", description: "The score that counts, copied as of the programme's day" });

export const ApplicationAnswer = z
  .strictObject({
    ...caseShape,
    wishes: z.array(z.string()).readonly().meta({ description: "Codes of offers, the dearest first" }),
    child: ResidentId.nullable(),
    withPartner: z
      .boolean()
      .meta({ description: "Whether the other parent's points may count, or the family is one with another adult" }),
    namesAsset: z.boolean().meta({ description: "Whether a home or other asset was named that counts once" }),
    materials: z.array(HandedInMaterial).readonly(),
    asked: z.array(AskedMaterial).readonly().meta({ description: "What the applicant is to hand in" }),
    reason: z.string().nullable().meta({ description: "Why it is not eligible, left out, not granted or revoked" }),
    clause: z.string().nullable(),
    frozen: FrozenAnswer.nullable(),
    granted: z
      .strictObject({ offer: z.string(), tier: z.string().nullable(), on: CalendarDate })
      .readonly()
      .nullable()
      .meta({ description: "What it has got; what it had, where it was withdrawn or revoked since" }),
  })
  .readonly()
  .meta({ id: "Application" });
export type ApplicationAnswer = z.infer<typeof ApplicationAnswer>;

/** One line of an application's course: who, when, why, and on what ground. */
const StepAnswer = z
  .strictObject({
    version: z.int().min(1),
    step: z.string().meta({ description: "`docs/programmes.md` tells what each leads to" }),
    at: z.iso.datetime(),
    on: CalendarDate,
    by: z
      .strictObject({
        role: ApplicationRole,
        subject: z
          .string()
          .nullable()
          .meta({ description: "The token's `sub`, for offices only; null for all others" }),
      })
      .readonly(),
    clause: z.string().meta({ description: "The words of the document on which the step rests" }),
    reason: z.string().nullable(),
    citing: z.string().nullable().meta({ description: "Of a decision: what it rests on" }),
    dueOn: CalendarDate.nullable().meta({ description: "The last day of the term that the step began" }),
  })
  .readonly()
  .meta({ id: "ApplicationStep" });
export type ApplicationStepAnswer = z.infer<typeof StepAnswer>;

export const ApplicationCourse = z
  .strictObject({
    application: z.union([ApplicationAnswer, ApplicationCase]),
    steps: z.array(StepAnswer).readonly(),
  })
  .readonly()
  .meta({ id: "ApplicationCourse" });
