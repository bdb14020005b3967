import * as z from "zod";
import { pensionKinds } from "#shared/domain/facts.ts";
import { type ReadingName, type Readings, readingValues } from "#shared/domain/readings.ts";
import { Words } from "#shared/domain/words.ts";
import { Clause } from "./clause.ts";

/** The other values a reading could lawfully have, so that an explanation can say where it matters. */
export const otherValuesOf: { readonly [Name in ReadingName]: (value: Readings[Name]) => readonly Readings[Name][] } = {
  ageRule: (value) => readingValues.ageRule.options.filter((other) => other !== value),
  monthRule: () => [],
  leftover: (value) => readingValues.leftover.options.filter((other) => other !== value),
  countBackpaid: (value) => [!value],
  pensionKinds: (value) =>
    [pensionKinds.filter((kind) => kind !== "resident"), [...pensionKinds]].filter(
      (other) => other.length !== value.length,
    ),
  countDuringSuspension: (value) => [!value],
  unknownEducation: (value) => (value === 0 ? [] : [0]),
  capOrder: (value) => readingValues.capOrder.options.filter((other) => other !== value),
  deductionScope: (value) => readingValues.deductionScope.options.filter((other) => other !== value),
  fraudScope: (value) => readingValues.fraudScope.options.filter((other) => other !== value),
};

const declared = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ value, question: Words, reason: Words, clause: Clause }).readonly();

/** A standard declares each reading with the question it answers, the reason, and the words that leave it open. */
export const DeclaredReadings = z
  .strictObject({
    ageRule: declared(readingValues.ageRule),
    monthRule: declared(readingValues.monthRule),
    leftover: declared(readingValues.leftover),
    countBackpaid: declared(readingValues.countBackpaid),
    pensionKinds: declared(readingValues.pensionKinds),
    countDuringSuspension: declared(readingValues.countDuringSuspension),
    unknownEducation: declared(readingValues.unknownEducation),
    capOrder: declared(readingValues.capOrder),
    deductionScope: declared(readingValues.deductionScope),
    fraudScope: declared(readingValues.fraudScope),
  })
  .readonly();
export type DeclaredReadings = z.infer<typeof DeclaredReadings>;
