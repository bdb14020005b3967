import type { ProblemsOf } from "./problem-kind.ts";

/** What refusals about households tell the reader. */
export const householdProblems: ProblemsOf<
  | "relation-unknown"
  | "relation-of-others"
  | "relation-with-oneself"
  | "relation-busy"
  | "spouse-there"
  | "spouse-missing"
  | "too-many-relations"
> = {
  "relation-unknown": {
    status: 404,
    title: "No such relation",
    detail: ({ relationId }) =>
      `No relation that you may see is called ${relationId} with this resident: list them with GET /v1/residents/{residentId}/household.`,
  },
  "relation-of-others": {
    status: 403,
    title: "This is for the other adult of the relation",
    detail: () =>
      "A proposal is answered by the other adult, or attested by a window where it names none; only its proposer takes it back.",
  },
  "relation-with-oneself": {
    status: 422,
    title: "The relation needs different persons",
    detail: () =>
      "The proposer, the relative and the other parent are each somebody else: compare the identity numbers.",
  },
  "relation-busy": {
    status: 503,
    title: "Others are changing the same relation",
    detail: () => "Nothing was stored. Send the same request again in a moment.",
    retryAfterSeconds: 1,
  },
  "spouse-there": {
    status: 409,
    title: "One of the two has a confirmed spouse",
    detail: () => "A person has one spouse at a time: end the other relation with POST …/end first.",
  },
  "spouse-missing": {
    status: 422,
    title: "No spouse is confirmed who could answer for the child",
    detail: () =>
      "Have the spouse confirmed first, name the other parent, or let a window attest it where there is only one parent.",
  },
  "too-many-relations": {
    status: 409,
    title: "Too many relations are open",
    detail: ({ limit }) =>
      `Somebody has at most ${limit} proposals open or changed in a day: wait for the answers, or go on tomorrow.`,
  },
};
