import * as z from "zod";
import { ApplicationAnswer } from "./application-answer.ts";
import { asked, ofApplicant } from "./application-input.ts";
import { unfit } from "./applications.ts";
import type { Endpoint } from "./endpoint.ts";
import { OnBehalf } from "./on-behalf.ts";
import { HandedIn, Statement } from "./review-input.ts";

const path = "/v1/residents/{residentId}/applications/{applicationNumber}";
const ofPerson = {
  roles: ["resident", "window"],
  params: ofApplicant,
  answers: { 200: { description: "The application as it stands now", body: ApplicationAnswer } },
  stores: true,
} as const;
const refusals = [
  "resident-unknown",
  "application-unknown",
  "consent-missing",
  "step-not-allowed",
  "application-busy",
] as const;
const handingIn = ["too-many-materials", "material-unknown", "material-not-accepted", "application-cut-off"] as const;

export const changeApplicationEndpoint = {
  id: "change-application",
  method: "PUT",
  path,
  ...ofPerson,
  summary: "Change what one applied for",
  description:
    "Until the window closes. What is sent takes the place of all that was asked for before, and is decided on anew; the " +
    "application keeps its number and the moment at which it was made.",
  body: z.strictObject(asked).readonly(),
  refusals: [...refusals, "application-window-closed", ...unfit],
} as const satisfies Endpoint;

export const withdrawApplicationEndpoint = {
  id: "withdraw-application",
  method: "POST",
  path: `${path}/withdrawal`,
  ...ofPerson,
  summary: "Withdraw an application",
  description:
    "At any time, also what was granted: the next in rank gets the place then. The child, family or home it was for may " +
    "be named in another application.",
  body: z.strictObject({ reason: Statement.exactOptional(), onBehalf: OnBehalf.exactOptional() }).readonly(),
  refusals,
} as const satisfies Endpoint;

export const handInApplicationMaterialEndpoint = {
  id: "hand-in-application-material",
  method: "POST",
  path: `${path}/materials`,
  ...ofPerson,
  summary: "Hand in the material asked for",
  description:
    "One new material for each item that the application lists under `asked`, and nothing else: what was good before " +
    "stays. The department's term begins anew.",
  body: z.strictObject({ materials: HandedIn, onBehalf: OnBehalf.exactOptional() }).readonly(),
  refusals: [...refusals, ...handingIn, "material-already-there", "material-not-asked", "material-still-missing"],
} as const satisfies Endpoint;

export const contestEligibilityEndpoint = {
  id: "contest-eligibility",
  method: "POST",
  path: `${path}/contest`,
  ...ofPerson,
  summary: "Contest that one is not eligible, once",
  description: "Until the ranking begins. Somebody decides who has not decided before.",
  body: z.strictObject({ reason: Statement, materials: HandedIn, onBehalf: OnBehalf.exactOptional() }).readonly(),
  refusals: [...refusals, ...handingIn, "application-already-contested"],
} as const satisfies Endpoint;
