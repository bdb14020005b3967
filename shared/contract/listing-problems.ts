import type { ProblemsOf } from "./problem-kind.ts";

/** What the refusals of listings and objections tell the reader. */
export const listingProblems: ProblemsOf<
  | "listing-unknown"
  | "listing-ended"
  | "listing-entry-unknown"
  | "listing-busy"
  | "objection-unknown"
  | "objection-too-late"
  | "objection-exists"
  | "objection-not-held"
  | "objection-changes-nothing"
> = {
  "listing-unknown": {
    status: 404,
    title: "No such listing",
    detail: ({ listingId }) =>
      `No listing that you may see is called ${listingId}: those that are public are listed by GET /v1/listings.`,
  },
  "listing-ended": {
    status: 410,
    title: "The listing has ended",
    detail: ({ closedOn }) =>
      `Its time was over on ${closedOn}; what is left of it are digest and counts. Whoever applied reads their result with their application.`,
  },
  "listing-entry-unknown": {
    status: 404,
    title: "The listing has no such entry",
    detail: ({ applicationNumber }) =>
      `No entry bears the application number ${applicationNumber}: compare it with the receipt, and whether it is the listing of your programme and round.`,
  },
  "listing-busy": {
    status: 503,
    title: "Others are at work on the same listing",
    detail: () => "Nothing was stored. Send the same request again in a moment.",
    retryAfterSeconds: 5,
  },
  "objection-unknown": {
    status: 404,
    title: "No such objection",
    detail: ({ objectionId }) =>
      `No objection that you may see is called ${objectionId} in this listing: list them with GET /v1/listings/{listingId}/objections.`,
  },
  "objection-too-late": {
    status: 409,
    title: "The time for objections is over",
    detail: ({ dueOn }) =>
      `Objections were taken until the end of ${dueOn}. If an entry rests on forged material, tell the department that decides.`,
  },
  "objection-exists": {
    status: 409,
    title: "You have objected to this entry before",
    detail: ({ objectionId }) =>
      `Everyone objects once to one entry: yours is ${objectionId}, read what has become of it with GET …/objections/${objectionId}.`,
  },
  "objection-not-held": {
    status: 409,
    title: "The objection is not in your hands",
    detail: () => "Take it first with POST …/assignment; another colleague may take it over from you.",
  },
  "objection-changes-nothing": {
    status: 409,
    title: "Nothing would change",
    detail: () =>
      "The entry is already left out, or scored anew it comes to what it was ranked by: reject the objection and say why.",
  },
};
