import type { ProblemsOf } from "./problem-kind.ts";

/** What the refusals of applications tell the reader. */
export const applicationProblems: ProblemsOf<
  | "application-unknown"
  | "application-busy"
  | "application-window-closed"
  | "application-cut-off"
  | "application-already-contested"
  | "application-once"
  | "application-elsewhere"
  | "permit-not-valid"
  | "child-not-confirmed"
  | "child-born-outside"
> = {
  "application-unknown": {
    status: 404,
    title: "No such application",
    detail: ({ applicationNumber }) =>
      `No application that you may see has the number ${applicationNumber}: list them with GET /v1/residents/{residentId}/applications.`,
  },
  "application-busy": {
    status: 503,
    title: "Others are at work on the same application",
    detail: () => "Nothing was stored. Send the same request again in a moment.",
    retryAfterSeconds: 1,
  },
  "application-window-closed": {
    status: 409,
    title: "The programme takes no applications today",
    detail: ({ opensOn, closesOn }) =>
      `Applications are taken and changed from ${opensOn} to ${closesOn}. Until the ranking one can still be withdrawn, and what is asked for handed in.`,
  },
  "application-cut-off": {
    status: 409,
    title: "The applications are being ranked, or have been",
    detail: ({ cutOffOn }) =>
      `Nothing is decided, handed in or contested once the ranking has begun (from ${cutOffOn} on): whoever thinks it wrong objects to the listing.`,
  },
  "application-already-contested": {
    status: 409,
    title: "The decision was contested before",
    detail: () => "A decision on eligibility can be contested once; somebody else has looked at it since.",
  },
  "application-once": {
    status: 409,
    title: "There is another application for the same",
    detail: ({ kind }) => once[kind],
  },
  "application-elsewhere": {
    status: 409,
    title: "The programme is another area's",
    detail: ({ area }) =>
      `It is for those whose residence permit lies in ${area}: find those of the area of the permit with GET /v1/programmes.`,
  },
  "permit-not-valid": {
    status: 409,
    title: "There is no valid residence permit",
    detail: ({ standing }) => notValid[standing],
  },
  "child-not-confirmed": {
    status: 422,
    title: "The child is not confirmed as the applicant's",
    detail: () =>
      "Name a child of the applicant's household (GET /v1/residents/{residentId}/household); a relation has to be confirmed first.",
  },
  "child-born-outside": {
    status: 422,
    title: "The programme is for children of another age",
    detail: ({ from, through }) => `It is for children born from ${from} to ${through}.`,
  },
};

const once = {
  applicant: "Each person has one application in a programme: change or withdraw the one that is there.",
  child:
    "A child stands in one application of a programme: change or withdraw the one that is there, also if the other parent has filed it.",
  family:
    "A family has one application in this programme: change or withdraw the one that is there, also if the other has filed it.",
  asset: "The home or other asset was named in another application of this programme, and counts once.",
} as const;

const notValid = {
  none: "No residence permit is in force today: apply for one with the police of the place of residence, then apply again.",
  suspended: "The residence permit is suspended: have it endorsed and restored, then apply again.",
  cancelled: "The residence permit was cancelled: get a new one, then apply again.",
} as const;
