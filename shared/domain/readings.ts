import * as z from "zod";
import { pensionKinds } from "./facts.ts";
import { PointsValue } from "./points.ts";

/** How the gaps in the document are read: each a named parameter with its lawful values. */
export const readingValues = {
  ageRule: z.enum(["day-after-birthday", "on-birthday"]),
  monthRule: z.enum(["anniversary-day-clamped"]),
  leftover: z.enum(["pool31", "pool30", "drop"]),
  countBackpaid: z.boolean(),
  pensionKinds: z.array(z.enum(pensionKinds)).min(1).max(pensionKinds.length).readonly(),
  countDuringSuspension: z.boolean(),
  unknownEducation: PointsValue,
  capOrder: z.enum(["before-deductions", "after-deductions"]),
  deductionScope: z.enum(["total", "local-only"]),
  fraudScope: z.enum(["facts", "all"]),
} as const;

export const Readings = z.strictObject(readingValues).readonly();
export type Readings = z.infer<typeof Readings>;
export type ReadingName = keyof Readings;

/** Some readings switched, the others as the standard has them. */
export const SwitchedReadings = z
  .strictObject({
    ageRule: readingValues.ageRule.exactOptional(),
    monthRule: readingValues.monthRule.exactOptional(),
    leftover: readingValues.leftover.exactOptional(),
    countBackpaid: readingValues.countBackpaid.exactOptional(),
    pensionKinds: readingValues.pensionKinds.exactOptional(),
    countDuringSuspension: readingValues.countDuringSuspension.exactOptional(),
    unknownEducation: readingValues.unknownEducation.exactOptional(),
    capOrder: readingValues.capOrder.exactOptional(),
    deductionScope: readingValues.deductionScope.exactOptional(),
    fraudScope: readingValues.fraudScope.exactOptional(),
  })
  .readonly()
  .meta({ id: "Readings", description: "Readings of the document to be switched for this one answer" });
export type SwitchedReadings = z.infer<typeof SwitchedReadings>;

export const readingNames = Object.keys(readingValues) as readonly ReadingName[];
