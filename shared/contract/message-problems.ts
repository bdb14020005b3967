import type { ProblemsOf } from "./problem-kind.ts";

/** What refusals about messages and contact points tell the reader. */
export const messageProblems: ProblemsOf<
  | "message-unknown"
  | "contact-missing"
  | "contact-code-wrong"
  | "contact-code-expired"
  | "contact-codes-exhausted"
  | "contact-busy"
> = {
  "message-unknown": {
    status: 404,
    title: "No such message",
    detail: ({ messageId }) =>
      `Nothing is to be sent under ${messageId}: use the id that the message queue carries, or drop it.`,
  },
  "contact-missing": {
    status: 409,
    title: "The resident has no contact point yet",
    detail: () => "Drop it from the queue: the message waits in the inbox, and is offered again once one is verified.",
  },
  "contact-code-wrong": {
    status: 422,
    title: "The code is another one",
    detail: ({ triesLeft }) =>
      triesLeft === 0
        ? "It was the last try: ask for a new code with PUT …/contact-point."
        : `Compare it with the message that was sent; ${triesLeft} more ${triesLeft === 1 ? "try" : "tries"}.`,
  },
  "contact-code-expired": {
    status: 409,
    title: "No code is good any more",
    detail: () =>
      "It was used, replaced, tried too often, or is older than half an hour: ask for a new one with PUT …/contact-point.",
  },
  "contact-codes-exhausted": {
    status: 409,
    title: "Too many codes were asked for",
    detail: ({ perDay }) =>
      `At most ${perDay} codes a day go out: use the last one that came, or ask for one tomorrow.`,
  },
  "contact-busy": {
    status: 503,
    title: "Others are changing the same contact point",
    detail: () => "Nothing was stored. Send the same request again in a moment.",
    retryAfterSeconds: 1,
  },
};
