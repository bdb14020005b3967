import * as z from "zod";
import { CalendarDate } from "./calendar.ts";
import { Diploma, type FactName, PensionRange, ResidenceStretch, SkillCertificate } from "./facts.ts";

const upTo50 = <Item extends z.ZodType>(item: Item) => z.array(item).max(50).readonly().default([]);

const itemsOf = <Name extends FactName, Item extends z.ZodType>(fact: Name, item: Item) =>
  z
    .strictObject({ fact: z.literal(fact), add: upTo50(item), remove: upTo50(item) })
    .refine(({ add, remove }) => add.length + remove.length > 0, {
      path: ["add"],
      error: "must add or remove something",
    })
    .readonly();

/**
 * What is to be otherwise in one fact: items that are missing and items that are wrong, so that whatever else the source
 * goes on to report still counts. A birth date is one value.
 */
export const FactPatch = z
  .discriminatedUnion("fact", [
    z.strictObject({ fact: z.literal("birthDate"), value: CalendarDate }).readonly(),
    itemsOf("education", Diploma),
    itemsOf("skills", SkillCertificate),
    itemsOf("pension", PensionRange),
    itemsOf("residence", ResidenceStretch),
  ])
  .meta({
    id: "FactPatch",
    description:
      "What is to be otherwise in one fact: `add` what is missing (of a month count the months), `remove` what is wrong, " +
      "as it was reported; of a birth date the right `value`",
  });
export type FactPatch = z.infer<typeof FactPatch>;
