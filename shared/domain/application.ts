import * as z from "zod";
import type { AreaCode } from "./area.ts";
import type { CalendarDate } from "./calendar.ts";
import type { Instant } from "./dossier.ts";
import type { Points } from "./points.ts";
import type { ProgrammeId, ServiceDepartment } from "./programme.ts";
import type { ResidentId } from "./resident-id.ts";
import type { AskedMaterial, ReviewMaterial, Term } from "./review.ts";
import type { ScoreStatus } from "./score.ts";

/** 申请编号: random, never sequential, and all that the public sees of who applied beside a masked name. */
export const ApplicationNumber = z
  .string()
  .regex(/^A-[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/, "must be an application number as it is printed")
  .brand<"ApplicationNumber">()
  .meta({ id: "ApplicationNumber", description: "Random: 80 bits", examples: ["A-7K3M-0QWE-RT5Y-9ZXC"] });
export type ApplicationNumber = z.infer<typeof ApplicationNumber>;

export const ApplicationState = z
  .enum([
    "submitted",
    "material-asked",
    "accepted",
    "not-eligible",
    "withdrawn",
    "left-out",
    "frozen",
    "granted",
    "not-granted",
    "revoked",
  ])
  .meta({ id: "ApplicationState" });
export type ApplicationState = z.infer<typeof ApplicationState>;

export type ApplicantRole = "resident" | "guardian" | "window";
export type ApplicationRole = ApplicantRole | "verifier" | "system";

/** What one asks for; may be changed until the window closes. */
export interface Wishes {
  /** Codes of offers, the dearest first. */
  readonly wishes: readonly string[];
  /** The child it is for, confirmed as the applicant's. */
  readonly child?: ResidentId;
  /** The other parent, where the better one's points count, or the family where one use is per family. */
  readonly partner?: ResidentId;
  /** A keyed hash of the asset (a home's number) that may be used once. */
  readonly asset?: string;
  readonly materials: readonly ReviewMaterial[];
}

/** The score of one adult as of the day that counts, copied at the cut-off. */
export interface FrozenScore {
  readonly residentId: ResidentId;
  readonly status: ScoreStatus;
  readonly total: Points;
  readonly lines: readonly { readonly layer: string; readonly code: string; readonly points: Points }[];
  readonly asOf: CalendarDate;
  readonly dossierVersion: number;
  readonly registryRevision: number;
  readonly digest: string;
  /** The first day of residence registered; null where none is known. */
  readonly registeredOn: CalendarDate | null;
}

/** Why somebody is not ready to be ranked. */
export const Unready = z
  .enum(["open-review", "stale-source", "pending-permit", "permit-not-valid", "unanswered-department"])
  .meta({ id: "Unready" });
export type Unready = z.infer<typeof Unready>;

/** An application as it stands: the fold of its steps. */
export interface Application extends Wishes {
  readonly applicationNumber: ApplicationNumber;
  readonly programmeId: ProgrammeId;
  /** In which round it is ranked. */
  readonly round: 1 | 2;
  readonly residentId: ResidentId;
  /** The number of its steps. */
  readonly version: number;
  /** Of the programme: whose office decides. */
  readonly area: AreaCode;
  readonly department: ServiceDepartment;
  readonly state: ApplicationState;
  readonly since: CalendarDate;
  readonly appliedAt: Instant;
  /** Subjects who have acted for the person. None of them decides on it. */
  readonly filers: readonly string[];
  /** Subjects who have decided on it; a contested decision is for another. */
  readonly decidedBy: readonly string[];
  /** 对资格决定提出异议: once. */
  readonly contested: boolean;
  readonly term?: Term;
  readonly asked?: readonly AskedMaterial[];
  /** Why it is not eligible, left out or revoked, and the clause. */
  readonly reason?: string;
  readonly clause?: string;
  /** How it goes on although something is incomplete; by whom and why. */
  readonly readiness?: { readonly decision: "as-known" | "leave-out"; readonly reason: string; readonly by: string };
  /** Both adults' where the better parent's points count; the one that counts first. */
  readonly frozen?: readonly FrozenScore[];
  /** The settlement run that froze it. */
  readonly run?: number;
  /** What it has got, or had before it was revoked or withdrawn: an offer, and a tier where the programme has some. */
  readonly granted?: { readonly offer: string; readonly tier?: string; readonly on: CalendarDate };
}

/** What happens to an application. The type is the name of the step in `application-machine.ts`. */
export type ApplicationStep =
  | ({
      readonly type: "applied";
      readonly programmeId: ProgrammeId;
      readonly round: 1 | 2;
      readonly area: AreaCode;
      readonly department: ServiceDepartment;
      readonly term: Term;
    } & Wishes)
  | ({ readonly type: "changed"; readonly term: Term } & Wishes)
  | { readonly type: "material-asked"; readonly items: readonly AskedMaterial[]; readonly term: Term }
  | { readonly type: "material-handed-in"; readonly materials: readonly ReviewMaterial[]; readonly term: Term }
  | { readonly type: "accepted"; readonly reason: string }
  | { readonly type: "found-not-eligible"; readonly reason: string; readonly clause: string }
  /** Reviewable like a line: once, decided by another. */
  | {
      readonly type: "contested";
      readonly reason: string;
      readonly materials: readonly ReviewMaterial[];
      readonly term: Term;
    }
  | { readonly type: "withdrawn"; readonly reason?: string }
  | { readonly type: "readiness-decided"; readonly decision: "as-known" | "leave-out"; readonly reason: string }
  | { readonly type: "left-out"; readonly run: number; readonly reason: string }
  | { readonly type: "frozen"; readonly run: number; readonly scores: readonly FrozenScore[] }
  | { readonly type: "granted"; readonly offer: string; readonly tier?: string }
  | { readonly type: "not-granted"; readonly reason: string }
  /** A place has come free, and this one is the next in rank. */
  | { readonly type: "moved-up"; readonly offer: string; readonly tier?: string; readonly insteadOf: ApplicationNumber }
  /** 取消因积分取得的相应权益. */
  | { readonly type: "revoked"; readonly findingId: string; readonly reason: string; readonly clause: string }
  | { readonly type: "reinstated"; readonly findingId: string; readonly reason: string };
export type ApplicationStepType = ApplicationStep["type"];

export interface RecordedApplicationStep {
  readonly applicationNumber: ApplicationNumber;
  readonly residentId: ResidentId;
  /** The application version that the step made. */
  readonly version: number;
  readonly step: ApplicationStep;
  readonly by: { readonly subject: string; readonly role: ApplicationRole };
  readonly at: Instant;
  readonly on: CalendarDate;
}
