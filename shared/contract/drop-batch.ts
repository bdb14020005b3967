import * as z from "zod";
import { Department } from "#shared/domain/department.ts";
import { BatchDropped, BatchId } from "./batch.ts";
import type { Endpoint } from "./endpoint.ts";

export const dropBatchEndpoint = {
  id: "drop-batch",
  method: "POST",
  path: "/v1/feeds/{department}/batches/{batchId}/drop",
  summary: "Drop a held batch",
  description:
    "Forgets the records of a held batch; none of them is taken in. What the batch would have done is kept in numbers, with who " +
    "decided and when. Dropping a dropped batch again changes nothing and gets the same answer.",
  roles: ["operator"],
  params: z.strictObject({ department: Department, batchId: BatchId }),
  answers: { 200: { description: "Dropped", body: BatchDropped } },
  refusals: ["batch-unknown", "batch-not-held"],
  stores: true,
} as const satisfies Endpoint;
