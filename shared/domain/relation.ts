import * as z from "zod";
import type { CalendarDate } from "./calendar.ts";
import type { Instant } from "./dossier.ts";
import type { PersonName } from "./person.ts";
import type { ResidentId } from "./resident-id.ts";
import type { ReviewMaterial } from "./review.ts";

export const RelationId = z
  .string()
  .regex(/^h-[0-9a-z]{26}$/, "must be a relationId as GET …/household answers it")
  .brand<"RelationId">()
  .meta({ id: "RelationId", description: "Random and opaque", examples: ["h-0h7q3n5v9x2k4m6p8s1t3w5y7z"] });
export type RelationId = z.infer<typeof RelationId>;

/** 家庭关系: what the relative is to whoever proposes it. */
export const RelationKind = z.enum(["spouse", "child"]).meta({ id: "RelationKind" });
export type RelationKind = z.infer<typeof RelationKind>;

export const RelationState = z
  .enum(["proposed", "confirmed", "refused", "withdrawn", "ended"])
  .meta({ id: "RelationState" });
export type RelationState = z.infer<typeof RelationState>;

/** The adult who proposes, the other adult, and the window for whichever of them it acts. */
export type RelationRole = "resident" | "window";

/** Who is meant, as it was typed. Sealed: never in the clear in a table. */
export interface RelationNames {
  readonly proposer: PersonName;
  readonly relative: PersonName;
  readonly otherAdult?: PersonName;
}

/** What a relation is about from its first step on. */
export interface Related {
  readonly kind: RelationKind;
  readonly relative: ResidentId;
  /** Of a child: the birth date in its number. */
  readonly bornOn?: CalendarDate;
  /** Who has to agree: the spouse, or the other parent. Absent where there is none, and a window attests. */
  readonly otherAdult?: ResidentId;
  /**
   * Whether everybody named is registered under that name, or not registered at all. If not, it stays with whoever
   * proposed it, who isn't told: they would learn who is registered.
   */
  readonly isMatched: boolean;
  /** `RelationNames`, sealed for the proposer. */
  readonly names: string;
}

/** A relation as it stands: the fold of its steps. */
export interface Relation extends Related {
  readonly relationId: RelationId;
  readonly proposer: ResidentId;
  /** The number of its steps. */
  readonly version: number;
  readonly state: RelationState;
  readonly since: CalendarDate;
  /** Who wrote down the proposal: the issuer's subject. They don't attest it. */
  readonly filer: string;
}

/** What happens to a relation. The type is the name of the step in `relation-machine.ts`. */
export type RelationStep =
  | ({ readonly type: "proposed" } & Related)
  | { readonly type: "confirmed" }
  /** By a window, from a paper, where there is only one parent. */
  | { readonly type: "attested"; readonly materials: readonly ReviewMaterial[] }
  | { readonly type: "refused" }
  | { readonly type: "withdrawn" }
  | { readonly type: "ended" };
export type RelationStepType = RelationStep["type"];

export interface RecordedRelationStep {
  readonly relationId: RelationId;
  readonly proposer: ResidentId;
  /** The relation version that the step made. */
  readonly version: number;
  readonly step: RelationStep;
  readonly by: { readonly subject: string; readonly role: RelationRole };
  readonly at: Instant;
  readonly on: CalendarDate;
}
