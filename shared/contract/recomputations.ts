import * as z from "zod";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Endpoint } from "./endpoint.ts";

export const JobId = z
  .string()
  .regex(/^j-[0-9a-z]{26}$/, "must be a jobId as POST /v1/recomputations answers it")
  .brand<"JobId">()
  .meta({ id: "JobId" });
export type JobId = z.infer<typeof JobId>;

/** A recomputation, how far it has come and what it found. It shows no facts and no points. */
export const Recomputation = z
  .strictObject({
    jobId: JobId,
    scope: z.strictObject({ residentId: ResidentId }).readonly(),
    state: z.enum(["running", "done"]),
    requestedAt: z.iso.datetime(),
    counts: z
      .strictObject({
        recomputed: z.int().meta({ description: "Scores recorded with a newer basis" }),
        changed: z.int().meta({ description: "Scores whose result differs from the one before" }),
      })
      .readonly(),
  })
  .readonly()
  .meta({ id: "Recomputation" });
export type Recomputation = z.infer<typeof Recomputation>;

export const requestRecomputationEndpoint = {
  id: "request-recomputation",
  method: "POST",
  path: "/v1/recomputations",
  summary: "Recompute one resident's score and record it",
  description:
    "Scores the dossier as it stands today and records the result with its history line. A score that is pending after a " +
    "restored permit takes effect with it. The answer says what was done, never what the points are.",
  roles: ["operator"],
  body: z.strictObject({ residentId: ResidentId }).readonly(),
  answers: { 201: { description: "Recomputed", body: Recomputation } },
  refusals: ["resident-unknown"],
  stores: true,
} as const satisfies Endpoint;

export const readRecomputationEndpoint = {
  id: "read-recomputation",
  method: "GET",
  path: "/v1/recomputations/{jobId}",
  summary: "A recomputation's progress",
  description: "What a recomputation has read, recorded and changed so far.",
  roles: ["operator"],
  params: z.strictObject({ jobId: JobId }),
  answers: { 200: { description: "The recomputation", body: Recomputation } },
  refusals: ["job-unknown"],
} as const satisfies Endpoint;
