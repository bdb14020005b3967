import { date } from "#shared/domain/calendar.ts";
import { type Material, MaterialId } from "#shared/domain/material.ts";
import { fileOfType } from "./files.ts";
import { residentId } from "./people.ts";

/** Different for every number, and always the same for one. */
export const materialId = (number: number): MaterialId => MaterialId.parse(`e-${`${number}`.padStart(26, "0")}`);

const { bytes, sha256 } = fileOfType("application/pdf");

/** A PDF that resident 1 was given a form for on 1 July 2024, unless it says otherwise. */
export const aMaterial = (differing: Partial<Material> = {}): Material => ({
  residentId: residentId(1),
  materialId: materialId(1),
  version: 1,
  contentType: "application/pdf",
  bytes,
  sha256,
  requestedAt: "2024-07-01T02:00:00.000Z",
  requestedOn: date("2024-07-01"),
  requestedBy: { subject: "resident-1", role: "resident" },
  state: "requested",
  deleteOn: date("2024-07-03"),
  ...differing,
});
