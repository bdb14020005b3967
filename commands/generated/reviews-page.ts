import { ReviewState } from "#shared/domain/review.ts";
import { type ReviewTransition, reviewMachine } from "#shared/domain/review-machine.ts";
import { betweenMarks } from "./between-marks.ts";

/** `docs/reviews.md`: the picture and the table of steps between the two marks, the rest as people wrote it. */
export const reviewsPage = (): string =>
  betweenMarks("reviews.md", "shared/domain/review-machine.ts", [picture(), table()]);

const steps: readonly (readonly [string, ReviewTransition])[] = Object.entries(reviewMachine);

/** Steps that lead on; those that leave a review where it is stand in the table alone. */
const picture = (): string => {
  const edges = steps.flatMap(([step, { from, to }]) =>
    to === "same" ? [] : from.flatMap((one) => to.map((other) => `  ${node(one)} --> ${node(other)}: ${step}`)),
  );
  const names = ReviewState.options.map((state) => `  state "${state}" as ${node(state)}`);
  return ["```mermaid", "stateDiagram-v2", ...names, ...edges, "```"].join("\n");
};

// Mermaid takes a hyphen for the beginning of an arrow
const node = (state: ReviewState | "none"): string => (state === "none" ? "[*]" : state.replaceAll("-", "_"));

const table = (): string =>
  [
    "| step | from | to | by | if | clause |",
    "|---|---|---|---|---|---|",
    ...steps.map(([step, { from, to, by, needs, clause }]) => {
      const cells = [step, from.join(", "), to === "same" ? "stays" : to.join(", "), by.join(", ")];
      return `| ${[...cells, needs.join(", ") || "–", `${clause.source} 「${clause.words}」`].join(" | ")} |`;
    }),
  ].join("\n");
