import * as z from "zod";
import { ApplicationNumber } from "#shared/domain/application.ts";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { FindingDepartment, FindingId, FindingState } from "#shared/domain/finding.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { ReviewId } from "#shared/domain/review.ts";

const Term = z
  .strictObject({
    startedOn: CalendarDate,
    workingDays: z.int(),
    dueOn: CalendarDate,
    provisional: z.boolean().meta({ description: "Whether the day may still move: its year's holidays are not known" }),
  })
  .readonly();

/** A finding as it stands. Who acted in the office is not told. */
export const FindingAnswer = z
  .strictObject({
    findingId: FindingId,
    residentId: ResidentId,
    version: z.int().min(1),
    department: FindingDepartment,
    area: AreaCode,
    state: FindingState,
    since: CalendarDate,
    facts: z.array(z.string()).readonly(),
    reviewIds: z.array(ReviewId).readonly(),
    applications: z.array(ApplicationNumber).readonly(),
    clause: z.string(),
    barredUntil: CalendarDate.nullable(),
    term: Term.nullable().meta({ description: "Until when the person may speak, or appeal" }),
    reason: z.string().nullable().meta({ description: "Words are null for an auditor" }),
    statement: z.string().nullable(),
    appeal: z.string().nullable(),
    decision: z.strictObject({ reason: z.string().nullable(), on: CalendarDate }).readonly().nullable(),
    isCarriedOut: z.boolean().meta({ description: "Whether its applications have been cancelled, or given back" }),
  })
  .readonly()
  .meta({ id: "Finding" });
export type FindingAnswer = z.infer<typeof FindingAnswer>;

export const FindingStepAnswer = z
  .strictObject({
    version: z.int().min(1),
    step: z.string(),
    on: CalendarDate,
    role: z.enum(["resident", "guardian", "window", "verifier", "system"]),
    clause: z.string(),
  })
  .readonly()
  .meta({ id: "FindingStep" });
