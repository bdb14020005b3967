import * as z from "zod";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { Department } from "#shared/domain/department.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { DecimalPoints, ScoreStatus } from "#shared/domain/score.ts";
import type { Endpoint } from "./endpoint.ts";

/** How a score changed, when and why. */
export const HistoryEntry = z
  .strictObject({
    asOf: CalendarDate,
    recordedAt: z.iso.datetime(),
    cause: z
      .enum(["requested", "dossier-changed", "retried", "night", "swept", "rules-changed"])
      .meta({ description: "Why it was recomputed" }),
    status: ScoreStatus,
    effectiveTotal: DecimalPoints.nullable().meta({ description: "Null in a verifying department's excerpt" }),
    previous: z.strictObject({ status: ScoreStatus, effectiveTotal: DecimalPoints.nullable() }).readonly().nullable(),
    changes: z
      .array(
        z
          .strictObject({
            layer: z.enum(["province", "city", "county", "total"]),
            code: z.string(),
            from: DecimalPoints.nullable(),
            to: DecimalPoints.nullable(),
          })
          .readonly(),
      )
      .readonly()
      .meta({ description: "The lines that changed; null where a line is new or gone" }),
    standardsChanged: z.boolean().meta({ description: "Whether other standards are in force than before" }),
    events: z
      .array(
        z
          .strictObject({
            dossierVersion: z.int(),
            receivedAt: z.iso.datetime(),
            what: z.enum([
              "resident-registered",
              "registration-moved",
              "facts-reported",
              "fact-corrected",
              "correction-withdrawn",
              "facts-voided",
              "voiding-withdrawn",
              "permit-issued",
              "permit-suspended",
              "permit-restored",
              "permit-cancelled",
              "permit-moved",
              "permit-converted",
              "permit-endorsed",
            ]),
            department: Department.nullable().meta({
              description: "Which one reported facts, or whose a corrected fact is; null for all else",
            }),
            effectiveOn: CalendarDate.nullable().meta({ description: "Of a permit event; it may lie ahead" }),
          })
          .readonly(),
      )
      .readonly()
      .meta({
        description:
          "Why the score differs: the changes of the dossier since it was recorded before, and the permit events known " +
          "by then that have taken effect since",
      }),
    basis: z.strictObject({ dossierVersion: z.int(), registryRevision: z.int(), asOf: CalendarDate }).readonly(),
  })
  .readonly()
  .meta({ id: "HistoryEntry" });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

const History = z
  .strictObject({
    residentId: ResidentId,
    entries: z.array(HistoryEntry).readonly(),
    next: z.string().nullable().meta({ description: "The cursor of the next page; null on the last" }),
  })
  .readonly()
  .meta({ id: "History" });
export type History = z.infer<typeof History>;

export const queryHistoryEndpoint = {
  id: "query-history",
  method: "GET",
  path: "/v1/residents/{residentId}/score/history",
  summary: "How the score changed, when and why",
  description:
    "Every recorded score that differed from the one before, the newest first, with the lines that changed and the " +
    "changes of the dossier behind it. `next` is the cursor of the following page.",
  roles: ["resident", "window", "verifier", "auditor"],
  params: z.strictObject({ residentId: ResidentId }),
  query: z.strictObject({
    limit: z
      .string()
      .regex(/^([1-9]|[1-9]\d|100)$/, "must be a whole number from 1 to 100")
      .transform(Number)
      .default(20)
      .meta({ description: "Entries a page, 1 to 100; 20 unless given" }),
    cursor: z.string().min(1).max(500).exactOptional().meta({ description: "`next` of the page before" }),
  }),
  answers: { 200: { description: "One page of the history", body: History } },
  refusals: ["resident-unknown"],
} as const satisfies Endpoint;
