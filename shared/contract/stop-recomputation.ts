import * as z from "zod";
import type { Endpoint } from "./endpoint.ts";
import { JobId, Recomputation } from "./recomputations.ts";

export const stopRecomputationEndpoint = {
  id: "stop-recomputation",
  method: "POST",
  path: "/v1/recomputations/{jobId}/stop",
  summary: "Stop a recomputation",
  description:
    "Ends a recomputation of many residents after the pages now being worked. What was recorded stays; what is open goes on " +
    "with a resumption. Stopping a stopped one changes nothing and gets the same answer.",
  roles: ["operator"],
  params: z.strictObject({ jobId: JobId }),
  answers: { 200: { description: "Stopped", body: Recomputation } },
  refusals: ["job-unknown", "job-done"],
  stores: true,
} as const satisfies Endpoint;
