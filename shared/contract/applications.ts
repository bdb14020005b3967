import * as z from "zod";
import { ProgrammeId } from "#shared/domain/programme.ts";
import { ApplicationAnswer, ApplicationCase, ApplicationCourse } from "./application-answer.ts";
import { asked, ofApplicant } from "./application-input.ts";
import type { Endpoint } from "./endpoint.ts";
import { ofResident } from "./review-input.ts";

const path = "/v1/residents/{residentId}/applications";

/** What speaks against an application that is otherwise in time. */
export const unfit = [
  "undertaking-missing",
  "permit-not-valid",
  "application-elsewhere",
  "child-not-confirmed",
  "child-born-outside",
  "application-once",
  "materials-missing",
  "too-many-materials",
  "material-unknown",
  "material-not-accepted",
] as const;

export const submitApplicationEndpoint = {
  id: "submit-application",
  method: "POST",
  path,
  summary: "Apply for a public service by points",
  description:
    "The person, their guardian, or the window with the person's consent applies while the programme's window is open, with " +
    "a residence permit that is valid that day in the programme's area. Wishes are named in order; a child stands in one " +
    "application, whichever parent files it. The number is random: it is all that a public listing will show beside a " +
    "masked name. Whether one is eligible is decided apart from points. The undertaking of truth has to be given before.",
  roles: ["resident", "window"],
  params: ofResident,
  body: z.strictObject({ programmeId: ProgrammeId, ...asked }).readonly(),
  answers: { 201: { description: "The application, with its number", body: ApplicationAnswer } },
  refusals: [
    "resident-unknown",
    "consent-missing",
    "programme-unknown",
    "application-window-closed",
    ...unfit,
    "application-busy",
  ],
  stores: true,
} as const satisfies Endpoint;

const readers = ["resident", "window", "verifier", "auditor"] as const;

export const listApplicationsEndpoint = {
  id: "list-applications",
  method: "GET",
  path,
  summary: "A person's applications for public services",
  description:
    "The earliest first, at most a hundred. A resident sees their own, the window those of the people of its areas, a " +
    "verifier those on which their service department decides in their areas; an auditor sees how those of their areas go, " +
    "and nothing of what they are about.",
  roles: readers,
  params: ofResident,
  answers: {
    200: {
      description: "The applications",
      body: z
        .strictObject({ applications: z.array(z.union([ApplicationAnswer, ApplicationCase])).readonly() })
        .readonly()
        .meta({ id: "Applications" }),
    },
  },
  refusals: ["resident-unknown", "department-not-allowed"],
} as const satisfies Endpoint;

export const readApplicationEndpoint = {
  id: "read-application",
  method: "GET",
  path: `${path}/{applicationNumber}`,
  summary: "An application with every step",
  description: "Every step with who, when, why and the clause it rests on. Who sees what is as with the list.",
  roles: readers,
  params: ofApplicant,
  answers: { 200: { description: "The application and its steps, the first one first", body: ApplicationCourse } },
  refusals: ["resident-unknown", "application-unknown", "department-not-allowed"],
} as const satisfies Endpoint;
