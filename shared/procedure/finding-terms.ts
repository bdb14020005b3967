import * as z from "zod";
import file from "#policies/finding-terms.json" with { type: "json" };
import { Words } from "#shared/domain/words.ts";

const FindingTerms = z.strictObject({
  name: Words,
  source: z.string(),
  note: Words,
  workingDays: z
    .strictObject({
      /** 陈述申辩: how long the person has to speak before anything is decided. */
      hearing: z.int().positive(),
      /** How long they may appeal. */
      appeal: z.int().positive(),
    })
    .readonly(),
});

/** The terms of a finding of forgery, in working days. */
export const findingTerms = FindingTerms.parse(file).workingDays;
