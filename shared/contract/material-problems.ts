import type { MaterialState } from "#shared/domain/material-machine.ts";
import { materialReasons } from "#shared/domain/material-reasons.ts";
import type { ProblemsOf } from "./problem-kind.ts";

/** What the refusals of evidence tell the reader. */
export const materialProblems: ProblemsOf<
  | "material-unknown"
  | "material-not-accepted"
  | "too-many-materials"
  | "materials-missing"
  | "undertaking-missing"
  | "undertaking-not-current"
> = {
  "material-unknown": {
    status: 404,
    title: "No such material",
    detail: ({ materialId }) =>
      `There is no material ${materialId} that you may see: use an id that GET /v1/residents/{residentId}/materials lists.`,
  },
  "material-not-accepted": {
    status: 409,
    title: "The material is not accepted",
    detail: ({ materialId, state, reason }) =>
      `Material ${materialId} is ${state}. ${reason === undefined ? notAccepted[state] : materialReasons[reason].en}`,
  },
  "too-many-materials": {
    status: 409,
    title: "Too many materials",
    detail: ({ limit, per }) =>
      per === "day"
        ? `A person may upload ${limit} materials a day: use those that are there, or go on tomorrow.`
        : `One request carries ${limit} materials at most: put several pages into one PDF, or leave out what proves nothing.`,
  },
  "materials-missing": {
    status: 422,
    title: "Materials are missing",
    detail: ({ missing }) =>
      `Upload and name a material for each of these: ${missing.map((oneOf) => oneOf.join(" or ")).join("; ")}.`,
  },
  "undertaking-missing": {
    status: 409,
    title: "The undertaking of truth has not been given",
    detail: ({ version }) =>
      `Read it with GET /v1/residents/{residentId}/undertakings, then accept version ${version} with POST to the same path.`,
  },
  "undertaking-not-current": {
    status: 409,
    title: "The undertaking of truth has another version now",
    detail: ({ version, current }) =>
      `Version ${version} is not accepted any more: read version ${current} with GET of the same path, and accept that.`,
  },
};

const notAccepted: Readonly<Record<MaterialState, string>> = {
  requested: "Send its bytes with the form that came with it, or ask for another upload.",
  checking: "Its content is being checked: try again in a moment.",
  accepted: "Ask again.",
  refused: "Upload another one in its place.",
  deleted: "It is gone or about to go: upload it again.",
};
