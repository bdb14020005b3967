import * as z from "zod";
import type { AreaCode } from "./area.ts";
import type { CalendarDate } from "./calendar.ts";
import type { Department } from "./department.ts";
import type { Instant } from "./dossier.ts";
import type { FactPatch } from "./fact-patch.ts";
import type { FactName } from "./facts.ts";
import type { ResidentId } from "./resident-id.ts";

export const ReviewId = z
  .string()
  .regex(/^v-[0-9a-z]{26}$/, "must be a reviewId as POST …/reviews answers it")
  .brand<"ReviewId">()
  .meta({ id: "ReviewId", description: "Random and opaque", examples: ["v-0h7q3n5v9x2k4m6p8s1t3w5y7z"] });
export type ReviewId = z.infer<typeof ReviewId>;

/** 积分申请 · 复核申请: a claim where the system has no data, a review where a line is wrong. */
export const ReviewKind = z.enum(["claim", "review"]).meta({ id: "ReviewKind" });
export type ReviewKind = z.infer<typeof ReviewKind>;

/** Where a review stands. `docs/reviews.md` shows how it gets from one to the next. */
export const ReviewState = z
  .enum([
    "submitted",
    "under-verification",
    "material-asked",
    "upheld",
    "partly-upheld",
    "rejected",
    "withdrawn",
    "lapsed",
    "reopening-proposed",
  ])
  .meta({ id: "ReviewState" });
export type ReviewState = z.infer<typeof ReviewState>;

/** What a decision, or one department's opinion, comes to. */
export const ReviewOutcome = z.enum(["upheld", "partly-upheld", "rejected"]).meta({ id: "ReviewOutcome" });
export type ReviewOutcome = z.infer<typeof ReviewOutcome>;

/** The line contested: a code is unique within its layer. */
export interface ContestedLine {
  readonly layer: "province" | "city" | "county";
  readonly code: string;
}

/** In which part somebody acts. `system` is the calendar or a department's data. */
export type ActorRole = "resident" | "guardian" | "window" | "verifier" | "auditor" | "system";

export interface Actor {
  /** The issuer's subject; `system` for the system itself. */
  readonly subject: string;
  readonly role: ActorRole;
  /** Of a verifier: for which department. */
  readonly department?: Department;
}

/**
 * A number of working days, the day it begins not counted, the last one counted. Provisional: the last day lies in a year
 * whose holidays are not known yet, so `dueOn` is the earliest it can be; nothing is enforced by it.
 */
export interface Term {
  readonly startedOn: CalendarDate;
  readonly workingDays: number;
  readonly dueOn: CalendarDate;
  readonly provisional: boolean;
}

/** Who of several departments decides: the first alone, all of one mind, or each for what it supplies. */
export type DecisionRule = "one-decides" | "all-agree" | "each-for-itself";

/** One material handed in, by what it is to prove; only a bad one is to be replaced. */
export interface ReviewMaterial {
  /** Which of the materials needed: `policies/materials`. */
  readonly code: string;
  readonly materialId: string;
  readonly state: "handed-in" | "accepted" | "replacement-asked";
  /** Why another one is asked for. */
  readonly reason?: string;
}

/** What is asked for: another one in place of `materialId`, or one that is not there yet. */
export interface AskedMaterial {
  readonly code: string;
  readonly materialId?: string;
  readonly reason: string;
}

export interface Opinion {
  readonly department: Department;
  readonly outcome: ReviewOutcome;
  readonly reason: string;
  /** The clause of the document or standard it rests on. */
  readonly clause: string;
  /** What is to be otherwise; absent when rejected. */
  readonly patch?: FactPatch;
  readonly by: string;
  readonly on: CalendarDate;
}

/** A review as it stands: the fold of its steps. */
export interface Review {
  readonly reviewId: ReviewId;
  readonly residentId: ResidentId;
  /** The number of its steps. */
  readonly version: number;
  readonly kind: ReviewKind;
  readonly line: ContestedLine;
  readonly fact: FactName;
  readonly deciders: readonly Department[];
  readonly rule: DecisionRule;
  /** The person's area when it was submitted: whose office decides. */
  readonly area: AreaCode;
  /** What is wrong, in the person's own words. Leaves the table only towards those who decide. */
  readonly statement: string;
  readonly proposal: FactPatch;
  readonly materials: readonly ReviewMaterial[];
  readonly filedBy: Actor;
  /** Subjects who have acted for the person in it: filed, joined, appealed, handed in. None of them decides on it. */
  readonly filers: readonly string[];
  readonly filedAt: Instant;
  readonly state: ReviewState;
  /** Since when it stands there. */
  readonly since: CalendarDate;
  /** 1; one more with an appeal and with every reopening. */
  readonly round: number;
  readonly appealed: boolean;
  /** Subjects who may not decide any more: whoever decided before. */
  readonly excluded: readonly string[];
  /** Who brought this round about. What the office has begun, the person can't end. */
  readonly begunBy: "person" | "office";
  /** Until when whoever has to act has to; absent once nobody has to. */
  readonly term?: Term;
  /** Working days left to the department while it waits for material. */
  readonly pausedWorkingDays?: number;
  /** What the person is to hand in, while the review waits for it. */
  readonly asked?: readonly AskedMaterial[];
  /** Who works on it, until the end of that day. */
  readonly lock?: { readonly subject: string; readonly department: Department; readonly term: Term };
  readonly reminded: boolean;
  readonly escalated: boolean;
  /** Of this round. */
  readonly opinions: readonly Opinion[];
  /** The last decision; earlier ones are in the steps. */
  readonly decision?: Decision;
  /** A reopening that waits for a second person. */
  readonly reopening?: { readonly by: string; readonly reason: string; readonly from: ReviewState };
  /** The source has sent something that contradicts the correction: a person has to look. */
  readonly contradicted: boolean;
  /** Whether a correction of the fact stands on it. */
  readonly corrects: boolean;
}

export interface Decision {
  readonly outcome: ReviewOutcome;
  readonly reason: string;
  readonly clause: string;
  readonly patches: readonly FactPatch[];
  readonly by: readonly string[];
  readonly on: CalendarDate;
}

/** What happens to a review. The type is the name of the step in `review-machine.ts`. */
export type ReviewStep =
  | {
      readonly type: "submitted";
      readonly kind: ReviewKind;
      readonly line: ContestedLine;
      readonly fact: FactName;
      readonly deciders: readonly Department[];
      readonly rule: DecisionRule;
      readonly area: AreaCode;
      readonly statement: string;
      readonly proposal: FactPatch;
      readonly materials: readonly ReviewMaterial[];
      readonly term: Term;
    }
  /** A second request for the same line while one is open. */
  | {
      readonly type: "joined";
      readonly statement: string;
      readonly proposal: FactPatch;
      readonly materials: readonly ReviewMaterial[];
    }
  | { readonly type: "assigned"; readonly lock: Term }
  /** A lock that has run out, or was given back. */
  | { readonly type: "released" }
  | {
      readonly type: "material-asked";
      readonly items: readonly AskedMaterial[];
      readonly term: Term;
      readonly pausedWorkingDays: number;
    }
  | { readonly type: "material-handed-in"; readonly materials: readonly ReviewMaterial[]; readonly term: Term }
  /** One department has spoken, others have not yet. */
  | { readonly type: "opinion-given"; readonly opinion: Opinion }
  | { readonly type: "decided"; readonly opinion: Opinion; readonly decision: Decision }
  /** An appeal that is withdrawn leaves the decision before it as it was. */
  | { readonly type: "withdrawn"; readonly reason?: string }
  /**
   * Without a term the round ends, and the decision before it stands, if there is one; with a term, it is decided on what
   * there is, because the office has begun the round.
   */
  | { readonly type: "lapsed"; readonly term?: Term }
  | {
      readonly type: "appealed";
      readonly reason: string;
      readonly materials: readonly ReviewMaterial[];
      readonly term: Term;
    }
  | { readonly type: "reopening-proposed"; readonly reason: string }
  | { readonly type: "reopening-agreed"; readonly reason: string; readonly term: Term }
  | { readonly type: "reopening-refused"; readonly reason: string }
  | { readonly type: "reminded" }
  | { readonly type: "escalated" }
  /** The holidays of the year have become known. */
  | { readonly type: "term-fixed"; readonly term: Term }
  | { readonly type: "confirmed-by-source" }
  | { readonly type: "contradicted-by-source"; readonly recordId: string }
  /** The source says again what it had said when it was corrected. */
  | { readonly type: "contradiction-over" };

export type ReviewStepType = ReviewStep["type"];

/** One immutable line of a review's course. */
export interface RecordedStep {
  readonly reviewId: ReviewId;
  readonly residentId: ResidentId;
  /** The review version that the step made. */
  readonly version: number;
  readonly step: ReviewStep;
  readonly by: Actor;
  readonly at: Instant;
  readonly on: CalendarDate;
}
