import type { ProblemsOf } from "./problem-kind.ts";

/** What the refusals of findings tell the reader. */
export const findingProblems: ProblemsOf<
  "finding-unknown" | "finding-busy" | "finding-unfounded" | "finding-bar-unlawful" | "finding-too-late"
> = {
  "finding-unknown": {
    status: 404,
    title: "No such finding",
    detail: ({ findingId }) =>
      `No finding of this person that you may see has the id ${findingId}: list them with GET /v1/residents/{residentId}/findings.`,
  },
  "finding-busy": {
    status: 503,
    title: "The finding is being worked on",
    detail: () => "Nothing was stored. Send the same request again in a moment.",
    retryAfterSeconds: 1,
  },
  "finding-unfounded": {
    status: 422,
    title: "The finding names what there is not",
    listsFields: true,
    detail: () => "Name only what forged material has won, as `errors` says, and send the request again.",
  },
  "finding-bar-unlawful": {
    status: 422,
    title: "The standard voids only what was won by forgery",
    detail: () =>
      "Leave barredUntil out: the score as a whole is void until a day only where the standard in force in the person's area reads the rule so (fraudScope: all).",
  },
  "finding-too-late": {
    status: 409,
    title: "The time to appeal is over",
    detail: ({ dueOn }) =>
      `It could be appealed against until ${dueOn}. Whoever has learnt something new turns to the department that decided.`,
  },
};
