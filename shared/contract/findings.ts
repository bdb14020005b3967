import * as z from "zod";
import { ApplicationNumber } from "#shared/domain/application.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { FindingId } from "#shared/domain/finding.ts";
import { OpaqueId } from "#shared/domain/opaque-id.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { ReviewId } from "#shared/domain/review.ts";
import type { Endpoint } from "./endpoint.ts";
import { FindingAnswer, FindingStepAnswer } from "./finding-answer.ts";
import { OnBehalf } from "./on-behalf.ts";
import { ClauseCited, ofResident, Statement } from "./review-input.ts";

const path = "/v1/residents/{residentId}/findings";
const ofFinding = z.strictObject({ residentId: ResidentId, findingId: FindingId });
const asItStands = { 200: { description: "The finding as it stands now", body: FindingAnswer } } as const;

export const proposeFindingEndpoint = {
  id: "propose-finding",
  method: "POST",
  path,
  summary: "Propose a finding of forgery",
  description:
    "造假认定: that material was forged, altered or false. By a verifier of the department that supplies the facts or grants " +
    "the service, in the area of the person or the application. It names what the material has won: facts, reviews on which " +
    "a correction stands, granted applications. Nothing happens until the person has been heard and somebody else confirms it.",
  roles: ["verifier"],
  params: ofResident,
  body: z
    .strictObject({
      facts: z.array(OpaqueId).max(30).readonly().default([]).meta({ description: "Ids of facts in the dossier" }),
      reviewIds: z.array(ReviewId).max(10).readonly().default([]),
      applications: z.array(ApplicationNumber).max(10).readonly().default([]),
      reason: Statement,
      clause: ClauseCited,
      barredUntil: CalendarDate.exactOptional().meta({
        description: "The first day on which the score is no longer void as a whole; only where the standard says so",
      }),
    })
    .readonly(),
  stores: true,
  answers: { 201: { description: "Proposed; the person is told", body: FindingAnswer } },
  refusals: [
    "resident-unknown",
    "department-not-allowed",
    "decides-on-own",
    "finding-unfounded",
    "finding-bar-unlawful",
    "finding-busy",
  ],
} as const satisfies Endpoint;

export const listFindingsEndpoint = {
  id: "list-findings",
  method: "GET",
  path,
  summary: "A person's findings of forgery",
  description:
    "For the person, the window and auditor of their area, and the department that decides, in its area. An auditor sees no " +
    "words.",
  roles: ["resident", "window", "verifier", "auditor"],
  params: ofResident,
  answers: {
    200: {
      description: "Those that the caller may see",
      body: z
        .strictObject({ findings: z.array(FindingAnswer).readonly() })
        .readonly()
        .meta({ id: "Findings" }),
    },
  },
  refusals: ["resident-unknown", "department-not-allowed"],
} as const satisfies Endpoint;

export const readFindingEndpoint = {
  id: "read-finding",
  method: "GET",
  path: `${path}/{findingId}`,
  summary: "One finding with its steps",
  description: "For whoever may see it in the list.",
  roles: listFindingsEndpoint.roles,
  params: ofFinding,
  answers: {
    200: {
      description: "The finding, and the steps that made it",
      body: z
        .strictObject({ finding: FindingAnswer, steps: z.array(FindingStepAnswer).readonly() })
        .readonly()
        .meta({ id: "FindingWithSteps" }),
    },
  },
  refusals: ["finding-unknown", "department-not-allowed"],
} as const satisfies Endpoint;

const step = { method: "POST", params: ofFinding, stores: true, answers: asItStands } as const;
const ofPerson = { ...step, roles: ["resident", "window"] } as const;
const personRefusals = [
  "resident-unknown",
  "consent-missing",
  "finding-unknown",
  "step-not-allowed",
  "finding-busy",
] as const;
const ofOffice = { ...step, roles: ["verifier"] } as const;
const officeRefusals = [
  "finding-unknown",
  "department-not-allowed",
  "step-not-allowed",
  "decides-on-own",
  "finding-busy",
] as const;

export const stateOnFindingEndpoint = {
  id: "state-on-finding",
  path: `${path}/{findingId}/statement`,
  ...ofPerson,
  summary: "Say what there is to say against a finding",
  description:
    "陈述申辩: once, by the person, their guardian, or a window with their consent. The finding is decided on afterwards, or " +
    "once the time to speak is over.",
  body: z.strictObject({ statement: Statement, onBehalf: OnBehalf.exactOptional() }).readonly(),
  refusals: personRefusals,
} as const satisfies Endpoint;

export const appealFindingEndpoint = {
  id: "appeal-finding",
  path: `${path}/{findingId}/appeal`,
  ...ofPerson,
  summary: "Appeal against a finding",
  description:
    "Once, within ten working days of the confirmation. Somebody decides who has neither proposed nor confirmed it; until " +
    "then the finding stands.",
  body: z.strictObject({ reason: Statement, onBehalf: OnBehalf.exactOptional() }).readonly(),
  refusals: [...personRefusals, "finding-too-late"],
} as const satisfies Endpoint;

export const confirmFindingEndpoint = {
  id: "confirm-finding",
  path: `${path}/{findingId}/confirmation`,
  ...ofOffice,
  summary: "Confirm a finding",
  description:
    "By a second person of the department, after the person was heard. In the same step the points that it names are void " +
    "from that day on, a letter refers it to public security, and the credit archive has a record; then its applications " +
    "are revoked, and the next in rank move up.",
  body: z.strictObject({ reason: Statement }).readonly(),
  refusals: [...officeRefusals, "second-person-needed", "dossier-too-large"],
} as const satisfies Endpoint;

export const dismissFindingEndpoint = {
  id: "dismiss-finding",
  path: `${path}/{findingId}/dismissal`,
  ...ofOffice,
  summary: "Dismiss a finding",
  description: "Before it is confirmed, with a reason; whoever proposed it may do so too.",
  body: z.strictObject({ reason: Statement }).readonly(),
  refusals: officeRefusals,
} as const satisfies Endpoint;

export const decideFindingAppealEndpoint = {
  id: "decide-finding-appeal",
  path: `${path}/{findingId}/appeal-decision`,
  ...ofOffice,
  summary: "Decide on an appeal against a finding",
  description:
    "By a third person of the department. Upheld, it is final. Overturned, what it voided counts again, the credit archive " +
    "is told, and its applications are given back.",
  body: z.strictObject({ outcome: z.enum(["upheld", "overturned"]), reason: Statement }).readonly(),
  refusals: [...officeRefusals, "dossier-too-large"],
} as const satisfies Endpoint;
