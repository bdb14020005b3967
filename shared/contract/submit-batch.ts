import * as z from "zod";
import { AreaCode } from "#shared/domain/area.ts";
import { Department } from "#shared/domain/department.ts";
import { BatchDropped, BatchId, BatchRecord, Forecast, OutcomeCounts, RowResult } from "./batch.ts";
import type { Endpoint } from "./endpoint.ts";

const Batch = z
  .strictObject({
    batchId: BatchId,
    area: AreaCode.meta({ description: "The area that the batch speaks for; every person in it has to belong there" }),
    records: z
      // a record that doesn't fit is answered on its own and never hinders the others
      .array(z.union([BatchRecord, z.unknown()]))
      .max(500)
      .readonly()
      .meta({ description: "An empty batch says that there is nothing new" }),
  })
  .readonly()
  .meta({ id: "Batch" });

const BatchTakenIn = z
  .strictObject({
    batchId: BatchId,
    state: z.enum(["accepted", "released"]),
    counts: OutcomeCounts,
    records: z.array(RowResult).readonly(),
  })
  .readonly()
  .meta({ id: "BatchTakenIn" });

const BatchHeld = z
  .strictObject({ batchId: BatchId, state: z.literal("held"), forecast: Forecast })
  .readonly()
  .meta({ id: "BatchHeld" });

export const submitBatchEndpoint = {
  id: "submit-batch",
  method: "POST",
  path: "/v1/feeds/{department}/batches",
  summary: "Send up to 500 records at once",
  description:
    "Takes in records of facts, and from public security permit events too, each as if it were sent alone and in their order " +
    "for each person; each is answered with its row, and one that is refused never hinders the others. A batch that would " +
    "turn something known into nothing in more than 5 % of the facts records it touches, and at least 10, is stored and held (202) " +
    "until an operator, who sees counts only, releases or drops it: a source that broke sends emptiness. `batchId` names " +
    "the batch for ever: sent again with the same content, it gets the same answer, or goes on where a first attempt was " +
    "cut off, and applies nothing twice; with another content it is refused. An accepted batch, even an empty one, shows that " +
    "the source is alive; one whose every record is refused does not.",
  roles: ["feed"],
  params: z.strictObject({ department: Department }),
  body: Batch,
  answers: {
    200: { description: "Taken in, or decided since", body: z.union([BatchTakenIn, BatchDropped]) },
    202: { description: "Held for an operator's decision", body: BatchHeld },
  },
  refusals: ["department-not-allowed", "area-not-allowed", "batch-id-reused", "batch-busy", "dossier-busy"],
  stores: true,
} as const satisfies Endpoint;
