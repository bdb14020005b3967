import * as z from "zod";
import { Department } from "#shared/domain/department.ts";
import { BatchId, OutcomeCounts } from "./batch.ts";
import type { Endpoint } from "./endpoint.ts";

const BatchReleased = z
  .strictObject({ batchId: BatchId, state: z.literal("released"), counts: OutcomeCounts })
  .readonly()
  .meta({ id: "BatchReleased" });

export const releaseBatchEndpoint = {
  id: "release-batch",
  method: "POST",
  path: "/v1/feeds/{department}/batches/{batchId}/release",
  summary: "Release a held batch",
  description:
    "Takes in a batch that was held because it would empty many records. Whoever decides sees counts only; the feed gets the " +
    "answer to each record by sending the batch again. What became newer in the meantime stays: such records are `superseded`. " +
    "Releasing a released batch again changes nothing and gets the same answer.",
  roles: ["operator"],
  params: z.strictObject({ department: Department, batchId: BatchId }),
  answers: { 200: { description: "Released", body: BatchReleased } },
  refusals: ["batch-unknown", "batch-not-held", "dossier-busy"],
  stores: true,
} as const satisfies Endpoint;
