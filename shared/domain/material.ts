import * as z from "zod";
import type { CalendarDate } from "./calendar.ts";
import type { Instant } from "./dossier.ts";
import type { MaterialState } from "./material-machine.ts";
import type { ResidentId } from "./resident-id.ts";

export const MaterialId = z
  .string()
  .regex(/^e-[0-9a-z]{26}$/, "must be a materialId as POST …/materials answers it")
  .brand<"MaterialId">()
  .meta({ id: "MaterialId", description: "Random and opaque", examples: ["e-0h7q3n5v9x2k4m6p8s1t3w5y7z"] });
export type MaterialId = z.infer<typeof MaterialId>;

/** What a material may be. Decided by its first bytes and not by its name. */
export const MaterialType = z
  .enum(["application/pdf", "image/jpeg", "image/png", "image/heic"])
  .meta({ id: "MaterialType", description: "PDF, JPEG, PNG or HEIC" });
export type MaterialType = z.infer<typeof MaterialType>;

/** 10 MB. */
export const largestMaterial = 10_485_760;

/** SHA-256 of all bytes. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "must be a SHA-256 as 64 lower-case hexadecimal digits")
  .meta({ id: "Sha256", description: "SHA-256 of all bytes, 64 lower-case hexadecimal digits" });

/** Why a material was refused; `materialReasons` says what to do about each. */
export const MaterialReason = z
  .enum(["empty", "size-differs", "hash-differs", "content-not-allowed", "content-differs"])
  .meta({ id: "MaterialReason" });
export type MaterialReason = z.infer<typeof MaterialReason>;

/** Where a material lies: everything of one person is together. */
export interface MaterialPlace {
  readonly residentId: ResidentId;
  readonly materialId: MaterialId;
}

/** 申请材料: one file, as it was declared, and how far it has come. */
export interface Material extends MaterialPlace {
  /** 1, and one more with every change. */
  readonly version: number;
  readonly contentType: MaterialType;
  readonly bytes: number;
  readonly sha256: string;
  readonly requestedAt: Instant;
  readonly requestedOn: CalendarDate;
  /** The issuer's subject, and in which part. */
  readonly requestedBy: { readonly subject: string; readonly role: "resident" | "window" };
  readonly state: MaterialState;
  /** Of one that was refused. */
  readonly reason?: MaterialReason;
  /** When it was accepted, refused or deleted. */
  readonly settledAt?: Instant;
  /** The day on which the calendar does something to it; absent once nothing of it is left. */
  readonly deleteOn?: CalendarDate;
}
