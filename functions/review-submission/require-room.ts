import { Refusal } from "#shared/domain/refusal.ts";
import type { Review } from "#shared/domain/review.ts";

/** Four requests full of materials, and five of words: enough to read, and far from what an item of the table holds. */
export const mostOnReview = { materials: 40, statement: 5000 } as const;

interface Added {
  readonly statement?: string;
  readonly materials: readonly unknown[];
}

/**
 * Whether the review has room for what somebody brings of their own accord; what was asked for always has.
 * @throws Refusal review-full
 */
export const requireRoom = (review: Pick<Review, "statement" | "materials">, { statement, materials }: Added): void => {
  if (materials.length > 0 && review.materials.length + materials.length > mostOnReview.materials) {
    throw new Refusal("review-full", { of: "materials", limit: mostOnReview.materials });
  }
  if (statement !== undefined && review.statement.length + 1 + statement.length > mostOnReview.statement) {
    throw new Refusal("review-full", { of: "statement", limit: mostOnReview.statement });
  }
};
