import type { Department } from "./department.ts";
import type { Review } from "./review.ts";

/** For whom a review waits: the resident sees it, and a department finds in its queue what waits for it. */
export type Waiting =
  | { readonly for: "department"; readonly department: Department }
  /** Material was asked for. */
  | { readonly for: "resident" }
  /** A reopening needs somebody else's consent. */
  | { readonly for: "second-person"; readonly department: Department }
  /** Its source contradicts what was decided. */
  | { readonly for: "contradiction"; readonly department: Department }
  | { readonly for: "nobody" };

export const waitingOf = ({ state, deciders, opinions, contradicted }: Review): Waiting => {
  switch (state) {
    case "submitted":
    case "under-verification":
      return {
        for: "department",
        department:
          deciders.find((decider) => !opinions.some(({ department }) => department === decider)) ?? first(deciders),
      };
    case "material-asked":
      return { for: "resident" };
    case "reopening-proposed":
      return { for: "second-person", department: first(deciders) };
    case "upheld":
    case "partly-upheld":
    case "rejected":
      return contradicted ? { for: "contradiction", department: first(deciders) } : { for: "nobody" };
    case "withdrawn":
    case "lapsed":
      return { for: "nobody" };
  }
};

const first = (deciders: readonly Department[]): Department => {
  const [department] = deciders;
  if (!department) throw new Error("a review has nobody who decides");
  return department;
};
