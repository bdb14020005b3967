import * as z from "zod";
import { ApplicationNumber } from "#shared/domain/application.ts";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { ProgrammeId, ServiceDepartment } from "#shared/domain/programme.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { ApplicationAnswer } from "./application-answer.ts";
import { ofApplication } from "./application-input.ts";
import type { Endpoint } from "./endpoint.ts";
import { ClauseCited, ItemsAsked, Statement } from "./review-input.ts";
import { CityOrCounty } from "./review-queue.ts";

const Place = z
  .strictObject({
    applicationNumber: ApplicationNumber,
    programmeId: ProgrammeId,
    residentId: ResidentId,
    area: AreaCode,
    contested: z.boolean(),
    dueOn: CalendarDate,
    term: z.enum(["fixed", "provisional"]),
    overdue: z.boolean(),
  })
  .readonly()
  .meta({ id: "ApplicationPlace" });

export const listApplicationQueueEndpoint = {
  id: "list-application-queue",
  method: "GET",
  path: "/v1/applications",
  summary: "The applications that wait for a service department, the earliest due first",
  description:
    "For a verifier what waits for their own department, for an auditor what waits for the one asked for; in the city of " +
    "the area. `next` is the cursor of the following page, which may hold fewer entries than asked for.",
  roles: ["verifier", "auditor"],
  query: z.strictObject({
    area: CityOrCounty,
    department: ServiceDepartment.exactOptional().meta({ description: "A verifier's own unless given" }),
    limit: z
      .string()
      .regex(/^([1-9]|[1-9]\d|100)$/, "must be a whole number from 1 to 100")
      .transform(Number)
      .default(20)
      .meta({ description: "Entries a page, 1 to 100; 20 unless given" }),
    cursor: z.string().min(1).max(500).exactOptional().meta({ description: "`next` of the page before" }),
  }),
  answers: {
    200: {
      description: "One page of the queue",
      body: z
        .strictObject({
          department: ServiceDepartment,
          places: z.array(Place).readonly(),
          next: z.string().nullable().meta({ description: "The cursor of the next page; null on the last" }),
        })
        .readonly()
        .meta({ id: "ApplicationQueue" }),
    },
  },
  refusals: ["area-not-allowed", "department-not-allowed"],
} as const satisfies Endpoint;

const path = "/v1/applications/{applicationNumber}";
const ofVerifier = {
  method: "POST",
  roles: ["verifier"],
  params: ofApplication,
  answers: { 200: { description: "The application as it stands now", body: ApplicationAnswer } },
  stores: true,
} as const;
const refusals = [
  "application-unknown",
  "department-not-allowed",
  "step-not-allowed",
  "decides-on-own",
  "application-cut-off",
  "application-busy",
] as const;

export const decideEligibilityEndpoint = {
  id: "decide-eligibility",
  path: `${path}/eligibility`,
  ...ofVerifier,
  summary: "Decide whether an applicant is eligible",
  description:
    "Apart from points, with a reason; that somebody is not eligible also with the clause it rests on. Nobody decides on " +
    "themself or on their family, nor a second time on what was contested.",
  body: z.discriminatedUnion("outcome", [
    z.strictObject({ outcome: z.literal("accepted"), reason: Statement }).readonly(),
    z.strictObject({ outcome: z.literal("not-eligible"), reason: Statement, clause: ClauseCited }).readonly(),
  ]),
  refusals,
} as const satisfies Endpoint;

export const askApplicationMaterialEndpoint = {
  id: "ask-application-material",
  path: `${path}/material-request`,
  ...ofVerifier,
  summary: "Ask an applicant for material",
  description:
    "Item by item: another one in place of one that proves nothing, or one that is missing, each with the reason. What is " +
    "not named counts as accepted. Whoever has not answered when the ranking begins is decided on by then, or left out.",
  body: z.strictObject({ items: ItemsAsked }).readonly(),
  refusals: [...refusals, "material-unknown"],
} as const satisfies Endpoint;
