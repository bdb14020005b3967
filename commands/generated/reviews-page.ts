import { ReviewState } from "#shared/domain/review.ts";
import { reviewMachine } from "#shared/domain/review-machine.ts";
import { betweenMarks } from "./between-marks.ts";
import { machinePicture } from "./machine-picture.ts";

/** `docs/reviews.md`: the picture and the table of steps between the two marks, the rest as people wrote it. */
export const reviewsPage = (): string =>
  betweenMarks("reviews.md", {
    source: "shared/domain/review-machine.ts",
    written: machinePicture(ReviewState.options, reviewMachine),
  });
