import * as z from "zod";
import type { ApplicationNumber } from "./application.ts";
import type { AreaCode } from "./area.ts";
import type { CalendarDate } from "./calendar.ts";
import { Department } from "./department.ts";
import type { Instant } from "./dossier.ts";
import { ServiceDepartment } from "./programme.ts";
import type { ResidentId } from "./resident-id.ts";
import type { ReviewId, Term } from "./review.ts";

export const FindingId = z
  .string()
  .regex(/^f-[0-9a-z]{26}$/, "must be a findingId as POST …/findings answers it")
  .brand<"FindingId">()
  .meta({ id: "FindingId", description: "Random and opaque", examples: ["f-0h7q3n5v9x2k4m6p8s1t3w5y7z"] });
export type FindingId = z.infer<typeof FindingId>;

/** Where a finding stands. `docs/programmes.md` shows how it gets from one to the next. */
export const FindingState = z
  .enum(["proposed", "heard", "confirmed", "dismissed", "appealed", "overturned", "final"])
  .meta({ id: "FindingState" });
export type FindingState = z.infer<typeof FindingState>;

/** Which supplies the fact, or grants the service. */
export const FindingDepartment = z
  .enum([...new Set([...Department.options, ...ServiceDepartment.options])])
  .meta({ id: "FindingDepartment" });
export type FindingDepartment = z.infer<typeof FindingDepartment>;

export type FindingRole = "resident" | "guardian" | "window" | "verifier" | "system";

/** What the forged material has won. */
export interface FoundOut {
  /** The ids of facts as the dossier has them. */
  readonly facts: readonly string[];
  /** Reviews on whose material a correction stands. */
  readonly reviewIds: readonly ReviewId[];
  /** The person's own applications that were granted. */
  readonly applications: readonly ApplicationNumber[];
}

/** 造假认定: that material was forged, altered or false. As it stands: the fold of its steps. */
export interface Finding extends FoundOut {
  readonly findingId: FindingId;
  readonly residentId: ResidentId;
  /** The number of its steps. */
  readonly version: number;
  readonly department: FindingDepartment;
  /** Whose office decides: the person's area when it was proposed, or the application's. */
  readonly area: AreaCode;
  /** For the person, those who decide and the referral. */
  readonly reason: string;
  readonly clause: string;
  /** The first day on which the whole score is no longer void; only where the standard says so. */
  readonly barredUntil?: CalendarDate;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly confirmedBy?: string;
  readonly confirmedOn?: CalendarDate;
  /** Subjects who have acted for the person in it. None of them decides on it. */
  readonly filers: readonly string[];
  readonly state: FindingState;
  readonly since: CalendarDate;
  /** Until when the person may speak, or appeal; absent once they may not. */
  readonly term?: Term;
  /** In the person's own words. */
  readonly statement?: string;
  readonly appeal?: string;
  /** The last word of those who decide, and why. */
  readonly decision?: { readonly reason: string; readonly by: string; readonly on: CalendarDate };
  /** Whether its applications have still to be looked at: cancelled, or given back. */
  readonly isOutstanding: boolean;
}

/** What happens to a finding. The type is the name of the step in `finding-machine.ts`. */
export type FindingStep =
  | ({
      readonly type: "proposed";
      readonly department: FindingDepartment;
      readonly area: AreaCode;
      readonly reason: string;
      readonly clause: string;
      readonly barredUntil?: CalendarDate;
      readonly term: Term;
    } & FoundOut)
  /** 陈述申辩 */
  | { readonly type: "heard"; readonly statement: string }
  | { readonly type: "hearing-over" }
  | { readonly type: "confirmed"; readonly reason: string; readonly term: Term }
  | { readonly type: "dismissed"; readonly reason: string }
  | { readonly type: "appealed"; readonly reason: string }
  | { readonly type: "upheld"; readonly reason: string }
  | { readonly type: "overturned"; readonly reason: string }
  | { readonly type: "appeal-time-over" }
  /** The holidays of the year have become known. */
  | { readonly type: "term-fixed"; readonly term: Term }
  /** What it does to applications has been done, and whoever follows them was told. */
  | { readonly type: "carried-out" };
export type FindingStepType = FindingStep["type"];

export interface RecordedFindingStep {
  readonly findingId: FindingId;
  readonly residentId: ResidentId;
  /** The finding version that the step made. */
  readonly version: number;
  readonly step: FindingStep;
  readonly by: { readonly subject: string; readonly role: FindingRole };
  readonly at: Instant;
  readonly on: CalendarDate;
}

/** 信用档案: what the credit archive is told. Numbered without a gap; nothing in it is changed. */
export interface CreditRecord {
  readonly sequence: number;
  readonly residentId: ResidentId;
  readonly findingId: FindingId;
  readonly record: "confirmed" | "overturned";
  readonly area: AreaCode;
  readonly department: FindingDepartment;
  readonly clause: string;
  readonly barredUntil?: CalendarDate;
  readonly on: CalendarDate;
}
