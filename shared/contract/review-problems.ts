import type { ProblemsOf } from "./problem-kind.ts";

/** What a review's refusals tell the reader. */
export const reviewProblems: ProblemsOf<
  | "review-unknown"
  | "review-busy"
  | "review-line-unknown"
  | "review-proposal-unfit"
  | "review-line-open"
  | "review-other-door"
  | "review-changes-nothing"
  | "review-locked"
  | "review-not-held"
  | "review-of-others"
  | "review-of-the-office"
  | "review-already-appealed"
  | "opinion-already-given"
  | "decides-on-own"
  | "second-person-needed"
  | "appeal-made-worse"
  | "consent-missing"
  | "material-already-there"
  | "review-full"
  | "material-not-asked"
  | "material-still-missing"
> = {
  "review-unknown": {
    status: 404,
    title: "No such review",
    detail: ({ reviewId }) =>
      `No review that you may see is called ${reviewId} with this resident: list them with GET /v1/residents/{residentId}/reviews.`,
  },
  "review-busy": {
    status: 503,
    title: "Others are at work on the same review",
    detail: () => "Nothing was stored. Send the same request again in a moment.",
    retryAfterSeconds: 1,
  },
  "review-line-unknown": {
    status: 422,
    title: "The score has no such line",
    detail: ({ layer, code }) =>
      `No standard in force for the person has a line ${code} in the layer ${layer}: take layer and code from the score's lines.`,
  },
  "review-proposal-unfit": {
    status: 422,
    title: "The proposal is about another fact than the line",
    detail: ({ fact, needed }) => `The line rests on ${needed}, not on ${fact}: propose what is to be otherwise there.`,
  },
  "review-line-open": {
    status: 409,
    title: "Another review of the line is open",
    detail: () => "A line has one open review at a time: wait for its decision, or join it with POST …/reviews.",
  },
  "review-other-door": {
    status: 422,
    title: "The line has another door",
    detail: ({ kind }) =>
      kind === "claim"
        ? 'Nothing is known of the fact behind the line: send `"kind": "claim"`.'
        : 'Something is known of the fact behind the line: send `"kind": "review"`.',
  },
  "review-changes-nothing": {
    status: 422,
    title: "The proposal would change nothing",
    detail: () => "The fact is already as proposed: say what is missing in `add` and what is wrong in `remove`.",
  },
  "review-locked": {
    status: 409,
    title: "Somebody else is at work on the review",
    detail: ({ until }) =>
      `It is theirs until the end of ${until}: take another one, or this one once they give it back or their time is over.`,
  },
  "review-not-held": {
    status: 409,
    title: "The review is not in your hands",
    detail: () => "Take it first with POST …/assignment; it is yours for one working day then, and can be taken again.",
  },
  "review-of-others": {
    status: 403,
    title: "Other departments decide on this line",
    detail: ({ departments }) => `Leave it to ${departments.join(", ")}.`,
  },
  "review-of-the-office": {
    status: 409,
    title: "The office has reopened the decision",
    detail: () => "This round was begun by the office and ends with its decision; hand in what is asked for meanwhile.",
  },
  "review-already-appealed": {
    status: 409,
    title: "The review was appealed before",
    detail: () => "A review can be appealed once. If something new has come up, ask for another review of the line.",
  },
  "opinion-already-given": {
    status: 409,
    title: "The department has spoken",
    detail: ({ department }) =>
      `The department ${department} has given its opinion in this round; the review waits for the others.`,
  },
  "decides-on-own": {
    status: 403,
    title: "Nobody decides on themself, nor on their own decision",
    detail: ({ because }) =>
      because === "own-request"
        ? "The request is your own, or you have filed it: leave it to a colleague."
        : "You have decided on it before: leave it to a colleague.",
  },
  "second-person-needed": {
    status: 403,
    title: "A second person has to agree",
    detail: () => "You have written or proposed it yourself: a colleague has to agree or refuse.",
  },
  "appeal-made-worse": {
    status: 409,
    title: "An appeal makes nobody's lot worse",
    detail: () =>
      "Part of the request was upheld before: decide `partly-upheld` or `upheld`, or have the decision reopened.",
  },
  "consent-missing": {
    status: 422,
    title: "Nothing says that the person agrees",
    detail: () =>
      'A window acts on somebody\'s behalf: send `"onBehalf": {"by": "window", "consent": true}` once the person has agreed.',
  },
  "material-already-there": {
    status: 422,
    title: "The material is part of the review already",
    detail: ({ materialId }) =>
      `Material ${materialId} is there already, or named twice: upload another file for each item that the review lists under \`asked\`.`,
  },
  "review-full": {
    status: 409,
    title: "The review has no room for more",
    detail: ({ of, limit }) =>
      of === "materials"
        ? `A review carries ${limit} materials at most: name fewer, with several pages in one PDF, or send none.`
        : `What is said in one review is ${limit} characters at most: say it more briefly, or hand it in as a material.`,
  },
  "material-not-asked": {
    status: 422,
    title: "Something else was asked for",
    detail: ({ codes }) =>
      `Hand in one material for each item that the review lists under \`asked\`; nobody has asked for ${codes.join(", ")}.`,
  },
  "material-still-missing": {
    status: 422,
    title: "Something that was asked for is still missing",
    detail: ({ codes }) => `Hand in all that the review lists under \`asked\`; still missing: ${codes.join(", ")}.`,
  },
};
