import * as z from "zod";
import type { Department, DepartmentFacts } from "./department.ts";
import { OpaqueId } from "./opaque-id.ts";
import type { PermitEvent } from "./permit-event.ts";
import type { ResidentId } from "./resident-id.ts";

/** Names one record of a source for ever: the same id never stands for another content. */
export const RecordId = OpaqueId.meta({
  id: "RecordId",
  description: "The source's own id of this record; opaque, no number of a person",
  examples: ["edu-2024-06-30-17"],
});

/** Grows with every version of what the source knows of one person. */
export const SourceVersion = z.int().min(0).meta({
  id: "SourceVersion",
  description: "Larger for every newer state of what the department knows of this person",
});

/** All that one department knows of a person, as of one version of its own. */
export type Report = {
  readonly [Of in Department]: {
    readonly kind: "facts";
    readonly department: Of;
    readonly recordId: string;
    readonly sourceVersion: number;
    readonly facts: DepartmentFacts<Of>;
  };
}[Department];

/** What a source sends of one person. */
export type Arrival = Report | { readonly kind: "permit-event"; readonly event: PermitEvent };

/** One row of a batch that is fit to be taken in; `row` is its place in the batch, from 0. */
export interface BatchRow {
  readonly row: number;
  readonly residentId: ResidentId;
  readonly arrival: Arrival;
}
