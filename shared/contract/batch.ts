import * as z from "zod";
import { RecordId, SourceVersion } from "#shared/domain/arrival.ts";
import { type Department, departmentFacts } from "#shared/domain/department.ts";
import { OpaqueId } from "#shared/domain/opaque-id.ts";
import { PermitEvent } from "#shared/domain/permit-event.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { OffendingField } from "./problem.ts";
import { WaitsFor } from "./record-permit-event.ts";
import { AnyFacts } from "./report-facts.ts";

export const BatchId = OpaqueId.meta({
  id: "BatchId",
  description: "The source's own id of the batch, unique within its department: put your area in front",
  examples: ["339901-2024-06-30-1"],
});

const factsRecord = <Facts extends z.ZodType>(facts: Facts) =>
  z.strictObject({
    kind: z.literal("facts"),
    residentId: ResidentId,
    recordId: RecordId,
    sourceVersion: SourceVersion,
    facts,
  });

const permitEventRecord = z.strictObject({
  kind: z.literal("permit-event"),
  residentId: ResidentId,
  event: PermitEvent,
});

/** One record as the API document shows it. */
export const BatchRecord = z
  .discriminatedUnion("kind", [factsRecord(AnyFacts), permitEventRecord])
  .meta({ id: "BatchRecord" });

/** One record as each department may send it: permits are public security's alone. */
export const batchRecordOf = {
  "public-security": z.discriminatedUnion("kind", [factsRecord(departmentFacts["public-security"]), permitEventRecord]),
  education: factsRecord(departmentFacts.education),
  hrss: factsRecord(departmentFacts.hrss),
} as const satisfies Record<Department, z.ZodType>;

const count = z.int().min(0);

/** How many rows came to what. */
export const OutcomeCounts = z
  .strictObject({
    records: count,
    applied: count,
    unchanged: count,
    waiting: count,
    duplicate: count,
    superseded: count,
    refused: count,
  })
  .readonly()
  .meta({ id: "OutcomeCounts" });

/** What a held batch would do. */
export const Forecast = z
  .strictObject({
    records: count,
    touched: count.meta({ description: "Records of facts that would go into a dossier" }),
    emptied: count.meta({ description: "Of those, the ones that would turn something known into `[]` or `null`" }),
    refused: count,
  })
  .readonly()
  .meta({ id: "Forecast" });

/** A batch that an operator decided against. */
export const BatchDropped = z
  .strictObject({ batchId: BatchId, state: z.literal("dropped"), forecast: Forecast })
  .readonly()
  .meta({ id: "BatchDropped" });

const row = z.int().min(0).meta({ description: "The record's place in `records`, from 0" });

/** What became of one record. */
export const RowResult = z
  .union([
    z
      .strictObject({
        row,
        outcome: z.enum(["applied", "unchanged", "waiting", "duplicate", "superseded"]),
        waitsFor: WaitsFor.exactOptional(),
      })
      .readonly(),
    z
      .strictObject({
        row,
        outcome: z.literal("refused"),
        refusal: z
          .strictObject({
            code: z.string().meta({ description: "As in the `type` of a problem", examples: ["resident-unknown"] }),
            detail: z.string(),
            errors: z
              .array(OffendingField)
              .readonly()
              .exactOptional()
              .meta({ description: "The first 20 offending fields, their paths within the record" }),
          })
          .readonly(),
      })
      .readonly(),
  ])
  .meta({ id: "RowResult" });
