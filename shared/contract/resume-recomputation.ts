import * as z from "zod";
import type { Endpoint } from "./endpoint.ts";
import { JobId, Recomputation } from "./recomputations.ts";

export const resumeRecomputationEndpoint = {
  id: "resume-recomputation",
  method: "POST",
  path: "/v1/recomputations/{jobId}/resume",
  summary: "Resume a recomputation",
  description:
    "Goes on where a recomputation was stopped, failed or was killed; parts that are done stay done. One that is still " +
    "running is taken over: whoever worked on it before ends after the page in hand.",
  roles: ["operator"],
  params: z.strictObject({ jobId: JobId }),
  answers: { 202: { description: "Begun again", body: Recomputation } },
  refusals: ["job-unknown", "job-done", "job-not-started"],
  stores: true,
} as const satisfies Endpoint;
