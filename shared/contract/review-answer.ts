import * as z from "zod";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { Department } from "#shared/domain/department.ts";
import { FactPatch } from "#shared/domain/fact-patch.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { ReviewId, ReviewKind, ReviewOutcome, ReviewState } from "#shared/domain/review.ts";
import { DecimalPoints, KnownFact } from "#shared/domain/score.ts";
import { Words } from "#shared/domain/words.ts";

const ReviewRole = z.enum(["resident", "guardian", "window", "verifier", "auditor", "system"]);

export const ReviewLine = z
  .strictObject({ layer: z.enum(["province", "city", "county"]), code: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/) })
  .readonly()
  .meta({ id: "ReviewLine", description: "A line of the score: a code is unique within its layer" });

export const ReviewTerm = z
  .strictObject({
    startedOn: CalendarDate,
    workingDays: z.int(),
    dueOn: CalendarDate,
    provisional: z.boolean().meta({
      description:
        "Whether it runs into a year whose holidays are not known yet: `dueOn` is then the day at the earliest, and nothing " +
        "is enforced by it",
    }),
  })
  .readonly()
  .meta({ id: "ReviewTerm", description: "In working days; the day it begins is not counted, the last one is" });

export const HandedInMaterial = z
  .strictObject({
    code: z.string(),
    materialId: z.string(),
    state: z.enum(["handed-in", "accepted", "replacement-asked"]),
    reason: z.string().exactOptional().meta({ description: "Why another one is asked for" }),
  })
  .readonly()
  .meta({ id: "HandedInMaterial" });

export const AskedMaterial = z
  .strictObject({ code: z.string(), materialId: z.string().exactOptional(), reason: z.string() })
  .readonly()
  .meta({ id: "AskedMaterial", description: "Another one in place of `materialId`, or one that is not there yet" });

const caseShape = {
  reviewId: ReviewId,
  residentId: ResidentId,
  version: z.int().min(1).meta({ description: "The number of its steps" }),
  kind: ReviewKind,
  line: ReviewLine,
  fact: KnownFact,
  deciders: z.array(Department).readonly(),
  area: AreaCode.meta({ description: "Whose office decides: the person's area when it was submitted" }),
  filedBy: ReviewRole,
  filedAt: z.iso.datetime(),
  state: ReviewState,
  since: CalendarDate.meta({ description: "Since when it stands there" }),
  waitsFor: z
    .strictObject({
      for: z.enum(["resident", "department", "second-person", "contradiction", "nobody"]),
      department: Department.nullable(),
    })
    .readonly()
    .meta({
      description:
        "Who has to act: the person, a department, somebody to agree to a reopening, somebody to look at data that " +
        "contradicts the decision, or nobody",
    }),
  term: ReviewTerm.nullable().meta({ description: "Until when whoever has to act has to" }),
  inHand: z
    .strictObject({ department: Department, until: CalendarDate })
    .readonly()
    .nullable()
    .meta({ description: "Whether somebody is at work on it, and until when it is theirs" }),
  round: z.int().min(1).meta({ description: "One more with an appeal and with every reopening" }),
  appealed: z.boolean(),
  spoken: z
    .array(Department)
    .readonly()
    .meta({ description: "The departments that have given their opinion in this round" }),
  overdue: z.boolean().meta({ description: "Whether it was escalated: the department's term has passed" }),
  contradicted: z
    .boolean()
    .meta({ description: "Whether the source has sent something that contradicts the decision" }),
  corrects: z.boolean().meta({ description: "Whether a correction of the fact stands on it" }),
  decided: z.strictObject({ outcome: ReviewOutcome, clause: z.string(), on: CalendarDate }).readonly().nullable(),
} as const;

/** How a review goes, and nothing of what it is about: for whoever watches over terms. */
export const ReviewCase = z
  .strictObject({ ...caseShape, caseOnly: z.literal(true) })
  .readonly()
  .meta({ id: "ReviewCase", description: "How a review goes, without what the person said and handed in" });
export type ReviewCase = z.infer<typeof ReviewCase>;

export const ReviewAnswer = z
  .strictObject({
    ...caseShape,
    statement: z.string(),
    proposal: FactPatch,
    materials: z.array(HandedInMaterial).readonly(),
    asked: z.array(AskedMaterial).readonly().meta({ description: "What the person is to hand in" }),
    decision: z
      .strictObject({ reason: z.string(), patches: z.array(FactPatch).readonly() })
      .readonly()
      .nullable()
      .meta({ description: "The last one; earlier ones are in the steps" }),
  })
  .readonly()
  .meta({ id: "Review" });
export type ReviewAnswer = z.infer<typeof ReviewAnswer>;

/** One line of a review's course: who, when, why, and on what ground. */
const StepAnswer = z
  .strictObject({
    version: z.int().min(1),
    step: z.string().meta({ description: "`docs/reviews.md` tells what each leads to" }),
    at: z.iso.datetime(),
    on: CalendarDate,
    by: z
      .strictObject({
        role: ReviewRole,
        department: Department.nullable(),
        subject: z
          .string()
          .nullable()
          .meta({ description: "The token's `sub`, for offices only; null for all others" }),
      })
      .readonly(),
    clause: z.string().meta({ description: "The words of the document on which the step rests" }),
    reason: z.string().nullable(),
    citing: z.string().nullable().meta({ description: "Of a decision: what it rests on" }),
    outcome: ReviewOutcome.nullable(),
    dueOn: CalendarDate.nullable().meta({ description: "The last day of the term that the step began" }),
  })
  .readonly()
  .meta({ id: "ReviewStep" });
export type StepAnswer = z.infer<typeof StepAnswer>;

export const ReviewCourse = z
  .strictObject({ review: z.union([ReviewAnswer, ReviewCase]), steps: z.array(StepAnswer).readonly() })
  .readonly()
  .meta({ id: "ReviewCourse" });

const nowAndUpheld = z.strictObject({ now: DecimalPoints.nullable(), ifUpheld: DecimalPoints.nullable() }).readonly();

/** 预计影响: what would follow if the request were upheld. */
export const ReviewEffect = z
  .strictObject({
    asOf: CalendarDate,
    line: nowAndUpheld.meta({ description: "The points of the line contested" }),
    total: nowAndUpheld.meta({ description: "The total before status; null where no standard is in force" }),
    effectiveTotal: nowAndUpheld.meta({ description: "What counts" }),
    words: Words,
  })
  .readonly()
  .meta({ id: "ReviewEffect", description: "What would follow today if the request were upheld as proposed" });
export type ReviewEffect = z.infer<typeof ReviewEffect>;
