import type { ProblemsOf } from "./problem-kind.ts";

/** What a programme's refusals tell the reader. */
export const programmeProblems: ProblemsOf<
  | "programme-unknown"
  | "programme-busy"
  | "programme-changed"
  | "programme-too-early"
  | "programme-too-late"
  | "seed-missing"
  | "seed-drawn-before"
> = {
  "programme-unknown": {
    status: 404,
    title: "No such programme",
    detail: ({ programmeId }) =>
      `No programme that you may see is called ${programmeId}: list them with GET /v1/programmes?area=….`,
  },
  "programme-busy": {
    status: 503,
    title: "Others are at work on the same programme",
    detail: () => "Nothing was stored. Send the same request again in a moment.",
    retryAfterSeconds: 1,
  },
  "programme-changed": {
    status: 409,
    title: "The terms are others by now",
    detail: ({ digest }) =>
      `The terms now have the digest ${digest}: read them with GET /v1/programmes/{programmeId}, and approve them by that one.`,
  },
  "programme-too-early": {
    status: 409,
    title: "The day for it has not come",
    detail: ({ from }) => `By the terms of the programme this is possible from ${from} on: send it again then.`,
  },
  "programme-too-late": {
    status: 409,
    title: "The time to apply is over",
    detail: ({ closedOn }) =>
      `By the terms of the programme one could apply until ${closedOn}: have a rule-maker write another time.`,
  },
  "seed-missing": {
    status: 409,
    title: "The programme has no seed",
    detail: () => "Draw one after the time to apply and send it with POST …/seed, so that lots can be repeated.",
  },
  "seed-drawn-before": {
    status: 409,
    title: "The programme has its seed",
    detail: () => "A seed is drawn once a round: read it with GET /v1/programmes/{programmeId}.",
  },
};
