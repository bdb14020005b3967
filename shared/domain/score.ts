import * as z from "zod";
import { CalendarDate } from "./calendar.ts";
import { Department } from "./department.ts";
import { Words } from "./words.ts";

/** How a score stands; the first that holds, in this order. */
export const ScoreStatus = z
  .enum([
    "policy-not-in-force",
    "no-permit",
    "void-cancelled",
    "void-suspended",
    "void-fraud",
    "frozen",
    "pending-recompute",
    "effective",
  ])
  .meta({ id: "ScoreStatus" });
export type ScoreStatus = z.infer<typeof ScoreStatus>;

/** What is known of a person, by name. */
export const KnownFact = z.enum(["birthDate", "education", "skills", "pension", "residence"]).meta({ id: "FactName" });

/** Points as people read them: at most two decimals. */
export const DecimalPoints = z
  .number()
  .meta({ id: "Points", description: "Points; at most two decimals", examples: [68.25] });

/** A reading of the document that made a difference to this line. */
export const BitingReading = z
  .strictObject({
    name: z.string(),
    value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]),
    question: Words,
    reason: Words,
    clause: z.string(),
    otherwise: z
      .array(
        z
          .strictObject({
            value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]),
            points: DecimalPoints,
          })
          .readonly(),
      )
      .readonly()
      .meta({
        description:
          "The points of this line, or for a reading of the whole the effective total, under the other values",
      }),
  })
  .readonly()
  .meta({ id: "BitingReading" });
export type BitingReading = z.infer<typeof BitingReading>;

/** 得分明细: one line of an itemised score. All lines sum to the total before status. */
export const ScoreLine = z
  .strictObject({
    code: z.string().meta({ examples: ["age"] }),
    kind: z.enum(["indicator", "deduction", "adjustment"]),
    layer: z.enum(["province", "city", "county", "total"]),
    name: Words,
    points: DecimalPoints,
    maximum: DecimalPoints.nullable(),
    capped: z.boolean().meta({ description: "Whether a maximum was reached or cut something off" }),
    rule: Words.meta({ description: "The rule in words" }),
    reckoning: Words.meta({ description: "How these points came about, with the numbers that went in" }),
    inputs: z
      .array(
        z
          .strictObject({
            name: z.string(),
            value: z.union([z.string(), z.number()]),
            unit: z.enum(["years", "months", "days", "points"]).exactOptional(),
          })
          .readonly(),
      )
      .readonly(),
    facts: z
      .array(
        z
          .strictObject({
            fact: KnownFact,
            department: Department,
            receivedAt: z.iso.datetime().nullable().meta({ description: "When the department last reported it" }),
            stale: z
              .boolean()
              .meta({ description: "Whether the department has been silent beyond its declared interval" }),
            correctedOn: CalendarDate.nullable().meta({
              description: "The day on which a review corrected what the department reports; null where none did",
            }),
          })
          .readonly(),
      )
      .readonly(),
    clause: z
      .strictObject({ document: z.string(), source: z.string(), text: z.string() })
      .readonly()
      .meta({ description: "The article of the document that the line rests on, and its words" }),
    readings: z.array(BitingReading).readonly(),
    missing: z.boolean().meta({ description: "Whether nothing is known of the fact that this line reads" }),
    nextChangeOn: CalendarDate.nullable().meta({
      description: "The day on which this line's points will next change by the mere passing of time",
    }),
    nextPoints: DecimalPoints.nullable().meta({ description: "This line's points from that day on" }),
  })
  .readonly()
  .meta({ id: "ScoreLine" });
export type ScoreLine = z.infer<typeof ScoreLine>;
