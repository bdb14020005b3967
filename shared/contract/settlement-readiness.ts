import * as z from "zod";
import { ApplicationNumber, ApplicationState, Unready } from "#shared/domain/application.ts";
import type { Endpoint } from "./endpoint.ts";
import { ofProgramme } from "./settlement.ts";

const Decision = z.enum(["as-known", "leave-out"]).meta({
  description: "Ranked by what is known, or left out of this round; what is not known is never counted as 0",
});

const Incomplete = z
  .strictObject({
    applicationNumber: ApplicationNumber,
    state: ApplicationState,
    unready: z.array(Unready).readonly(),
    decision: Decision.nullable(),
  })
  .readonly();

export const checkReadinessEndpoint = {
  id: "check-readiness",
  method: "GET",
  path: "/v1/programmes/{programmeId}/readiness",
  summary: "Who is incomplete, and why",
  description:
    "Looks at the applications of the round as they would be ranked now, some at a time: open reviews, sources that have been " +
    "silent for too long, permits that wait for a recomputation or are not valid, departments that have never answered; and " +
    "who is not decided on yet. `next` is the cursor of the next page.",
  roles: ["verifier", "auditor"],
  params: ofProgramme,
  query: z.strictObject({
    limit: z
      .string()
      .regex(/^([1-9]|[1-9]\d|1\d\d|200)$/, "must be a whole number from 1 to 200")
      .transform(Number)
      .default(100)
      .meta({ description: "Applications a page, 1 to 200; 100 unless given" }),
    cursor: z.string().min(1).max(500).exactOptional().meta({ description: "`next` of the page before" }),
  }),
  answers: {
    200: {
      description: "One page",
      body: z
        .strictObject({
          counts: z
            .strictObject({
              checked: z.int().meta({ description: "On this page, without those withdrawn or not eligible" }),
              ready: z.int(),
              incomplete: z.int(),
              notDecidedOn: z.int().meta({ description: "Whose eligibility is open" }),
            })
            .readonly(),
          incomplete: z.array(Incomplete).readonly(),
          next: z.string().nullable(),
        })
        .readonly()
        .meta({ id: "Readiness" }),
    },
  },
  refusals: ["programme-unknown", "department-not-allowed", "area-not-allowed"],
} as const satisfies Endpoint;

export const decideReadinessEndpoint = {
  id: "decide-readiness",
  method: "POST",
  path: "/v1/applications/{applicationNumber}/readiness",
  summary: "Decide how an incomplete application goes on",
  description: "One by one, where the terms of the programme do not say it for all.",
  roles: ["verifier"],
  params: z.strictObject({ applicationNumber: ApplicationNumber }),
  body: z.strictObject({ decision: Decision, reason: z.string().trim().min(1).max(1000) }).readonly(),
  answers: { 200: { description: "Decided", body: Incomplete.meta({ id: "DecidedReadiness" }) } },
  refusals: [
    "application-unknown",
    "application-busy",
    "step-not-allowed",
    "decides-on-own",
    "department-not-allowed",
    "area-not-allowed",
  ],
  stores: true,
} as const satisfies Endpoint;
