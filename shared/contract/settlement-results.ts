import * as z from "zod";
import { ApplicationNumber } from "#shared/domain/application.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { ResultKind } from "#shared/domain/settlement.ts";
import type { Endpoint } from "./endpoint.ts";
import { ofProgramme } from "./settlement.ts";

const Result = z
  .strictObject({
    sequence: z.int().min(1),
    applicationNumber: ApplicationNumber,
    result: ResultKind,
    offer: z.string().exactOptional(),
    tier: z.string().exactOptional(),
    corrects: z.boolean().meta({ description: "Whether it follows on another of the same application" }),
    on: CalendarDate,
  })
  .readonly()
  .meta({ id: "HandedResult" });

const through = z.int().min(0);

const HandOver = { last: through, acknowledged: through };

export const listResultsEndpoint = {
  id: "list-results",
  method: "GET",
  path: "/v1/programmes/{programmeId}/results",
  summary: "What the department that grants the service is handed over",
  description:
    "A list numbered without a gap: what became of each application once results are final, and every correction and " +
    "cancellation since. It is the same whenever it is asked for from the same number on. No points, no names: who is behind " +
    "an application number the department knows from the application.",
  roles: ["verifier"],
  params: ofProgramme,
  query: z.strictObject({
    after: z
      .string()
      .regex(/^\d{1,9}$/, "must be the number of a result, or 0")
      .transform(Number)
      .default(0)
      .meta({ description: "The last number that you have; 0 unless given" }),
    limit: z
      .string()
      .regex(/^([1-9]\d{0,2}|1000)$/, "must be a whole number from 1 to 1000")
      .transform(Number)
      .default(500)
      .meta({ description: "Results a page, 1 to 1000; 500 unless given" }),
  }),
  answers: {
    200: {
      description: "The results behind that number; the last page is the one that ends with `last`",
      body: z
        .strictObject({ results: z.array(Result).readonly(), ...HandOver })
        .readonly()
        .meta({ id: "HandedResults" }),
    },
  },
  refusals: ["programme-unknown", "department-not-allowed", "area-not-allowed"],
} as const satisfies Endpoint;

export const acknowledgeResultsEndpoint = {
  id: "acknowledge-results",
  method: "POST",
  path: "/v1/programmes/{programmeId}/results/acknowledgement",
  summary: "Say through which number the results were taken over",
  description: "Only ever moves on, and never beyond the last result there is.",
  roles: ["verifier"],
  params: ofProgramme,
  body: z.strictObject({ through: z.int().min(1) }).readonly(),
  answers: { 200: { description: "What stands", body: z.strictObject(HandOver).readonly().meta({ id: "HandOver" }) } },
  refusals: ["programme-unknown", "department-not-allowed", "area-not-allowed"],
  stores: true,
} as const satisfies Endpoint;
