import * as z from "zod";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarMonth } from "#shared/domain/calendar.ts";
import { FactPatch } from "#shared/domain/fact-patch.ts";
import { pensionKinds } from "#shared/domain/facts.ts";
import { MaterialId } from "#shared/domain/material.ts";
import { monthsAsPatch } from "#shared/domain/months-as-patch.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { ReviewId } from "#shared/domain/review.ts";

/** 缺失月份: the months ticked on a grid, in place of the ranges they make. */
const MissingMonths = z
  .strictObject({
    fact: z.literal("pension"),
    months: z.array(CalendarMonth).min(1).max(240).readonly(),
    province: AreaCode.default("330000" as AreaCode),
    kind: z.enum(pensionKinds).default("employee"),
  })
  .meta({ id: "MissingMonths", description: "Months of pension insurance that are missing, each by itself" });

export const Proposal = z.union([FactPatch, MissingMonths]).transform((proposal, context): FactPatch => {
  if (!("months" in proposal)) return proposal;
  const { success, data } = FactPatch.safeParse(monthsAsPatch(proposal));
  if (success) return data;
  context.addIssue({ code: "custom", path: ["months"], message: "must make at most 50 ranges" });
  return z.NEVER;
});

/** What is handed in, by what it is to prove. */
export const HandedIn = z
  .array(
    z
      .strictObject({
        code: z
          .string()
          .regex(/^[a-z-]{1,40}$/, "must be the code of a material")
          .meta({ description: "Of the materials that the line needs" }),
        materialId: MaterialId,
      })
      .readonly(),
  )
  .max(10)
  .readonly()
  .default([])
  .meta({ description: "Accepted uploads of this person, at most 10 a request" });

/** Material that is asked for, item by item. */
export const ItemsAsked = z
  .array(
    z
      .strictObject({
        code: z.string().regex(/^[a-z-]{1,40}$/, "must be the code of a material"),
        materialId: MaterialId.exactOptional().meta({ description: "The one to be replaced" }),
        reason: z.string().trim().min(1).max(300),
      })
      .readonly(),
  )
  .min(1)
  .max(10)
  .readonly();

/** Words of a person, or to one. */
export const Statement = z.string().trim().min(1).max(1000);

/** Words of the document or of a standard on which a decision rests. */
export const ClauseCited = z.string().trim().min(1).max(300);

export const ofResident = z.strictObject({ residentId: ResidentId });
export const ofReview = z.strictObject({ residentId: ResidentId, reviewId: ReviewId });
