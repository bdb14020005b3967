import * as z from "zod";
import file from "#policies/review-terms.json" with { type: "json" };
import { type Department, supplierOf } from "#shared/domain/department.ts";
import type { FactName } from "#shared/domain/facts.ts";
import type { DecisionRule } from "#shared/domain/review.ts";
import { Words } from "#shared/domain/words.ts";

const WorkingDaysOf = z
  .strictObject({
    /** 审核: the department on a claim. */
    claim: z.int().positive(),
    /** 复核: the department on a review, an appeal and a reopening. */
    review: z.int().positive(),
    /** How long one person has a review to themself. */
    lock: z.int().positive(),
    /** The person's time to hand in what is asked for; the department's stands still meanwhile. */
    material: z.int().positive(),
    /** How long before its end a term is called to mind. */
    reminder: z.int().positive(),
  })
  .readonly();
const ReviewTerms = z.strictObject({
  name: Words,
  source: z.string(),
  note: Words,
  workingDays: WorkingDaysOf,
  rule: z.enum(["one-decides", "all-agree", "each-for-itself"]),
});

export type ReviewTerms = z.infer<typeof WorkingDaysOf>;

/** Who decides on a fact, and in what time. */
export interface ReviewRules {
  readonly deciders: readonly Department[];
  readonly rule: DecisionRule;
  readonly workingDays: ReviewTerms;
}

/** The rules of a review of the fact: whoever supplies it decides. A standard will be able to say otherwise here. */
export const reviewRulesFor = (fact: FactName): ReviewRules => ({
  deciders: [supplierOf[fact]],
  rule: terms.rule,
  workingDays: terms.workingDays,
});

const terms = ReviewTerms.parse(file);

/** 审核: the terms of whoever decides on an application for a service, which are those of a claim. */
export const applicationTerms = {
  audit: terms.workingDays.claim,
  contest: terms.workingDays.review,
  material: terms.workingDays.material,
} as const;
