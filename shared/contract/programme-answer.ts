import * as z from "zod";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { ProgrammeId, ProgrammeState, ProgrammeTerms } from "#shared/domain/programme.ts";

export const ProgrammeAnswer = z
  .strictObject({
    programmeId: ProgrammeId,
    version: z.int().min(1).meta({ description: "The number of its steps" }),
    state: ProgrammeState,
    since: CalendarDate.meta({ description: "Since when it stands there" }),
    terms: ProgrammeTerms,
    digest: z.string().meta({ description: "SHA-256 of the terms as canonical JSON: by it they are approved" }),
    round: z.union([z.literal(1), z.literal(2)]).meta({ description: "2: for the places that were left" }),
    seed: z
      .strictObject({ seed: z.string(), source: z.string() })
      .readonly()
      .nullable()
      .meta({ description: "What lots are made of, and where it comes from; drawn when nobody can apply any more" }),
    listingId: z.string().nullable().meta({ description: "The listing of this round, once there is one" }),
    dueOn: CalendarDate.nullable().meta({ description: "The last day of the preview or of the listing" }),
    left: z
      .record(z.string(), z.int().nullable())
      .readonly()
      .nullable()
      .meta({ description: "In the second round, by code of offer and tier, how many places are left" }),
  })
  .readonly()
  .meta({ id: "Programme" });
export type ProgrammeAnswer = z.infer<typeof ProgrammeAnswer>;

const ProgrammeStepAnswer = z
  .strictObject({
    version: z.int().min(1),
    step: z.string().meta({ description: "`docs/programmes.md` tells what each leads to" }),
    at: z.iso.datetime(),
    on: CalendarDate,
    by: z
      .strictObject({
        role: z.enum(["rule-maker", "approver", "verifier", "system"]),
        subject: z
          .string()
          .nullable()
          .meta({ description: "The token's `sub`, for offices only; null for all others" }),
      })
      .readonly(),
    clause: z.string().meta({ description: "The words of the document on which the step rests" }),
    digest: z.string().nullable().meta({ description: "Of the terms, where the step wrote some" }),
    reason: z.string().nullable(),
  })
  .readonly()
  .meta({ id: "ProgrammeStep" });
export type ProgrammeStepAnswer = z.infer<typeof ProgrammeStepAnswer>;

export const ProgrammeCourse = z
  .strictObject({ programme: ProgrammeAnswer, steps: z.array(ProgrammeStepAnswer).readonly() })
  .readonly()
  .meta({ id: "ProgrammeCourse" });
