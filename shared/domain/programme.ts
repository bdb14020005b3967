import * as z from "zod";
import { AreaCode } from "./area.ts";
import { CalendarDate } from "./calendar.ts";
import type { Instant } from "./dossier.ts";
import { PointsValue } from "./points.ts";
import { Words } from "./words.ts";

export const ProgrammeId = z
  .string()
  .regex(/^p-[0-9a-z]{26}$/, "must be a programmeId as POST /v1/programmes answers it")
  .brand<"ProgrammeId">()
  .meta({ id: "ProgrammeId", description: "Random and opaque", examples: ["p-0h7q3n5v9x2k4m6p8s1t3w5y7z"] });
export type ProgrammeId = z.infer<typeof ProgrammeId>;

/** 公共服务: what points are for (the document, 四(三)). */
export const Service = z
  .enum(["compulsory-education", "rental-housing", "skills-training", "welfare"])
  .meta({ id: "Service" });
export type Service = z.infer<typeof Service>;

/** 积分应用: the department that grants the service. It decides who is eligible, and gets the results. */
export const ServiceDepartment = z
  .enum(["education", "housing", "hrss", "civil-affairs"])
  .meta({ id: "ServiceDepartment" });
export type ServiceDepartment = z.infer<typeof ServiceDepartment>;

/** One place to be had: a school, a town, an estate, a course. */
export const Offer = z
  .strictObject({
    code: z.string().regex(/^[a-z0-9-]{1,32}$/, "must be 1 to 32 small letters, digits or hyphens"),
    name: Words,
    /** How many are let in; `null`: everyone whose points suffice. */
    places: z.int().min(0).max(1_000_000).nullable(),
  })
  .readonly()
  .meta({ id: "Offer" });
export type Offer = z.infer<typeof Offer>;

/** 梯度: a band of points. The highest first; whoever reaches `from` and no higher band is in it. */
export const Tier = z
  .strictObject({
    code: z.string().regex(/^[a-z0-9-]{1,32}$/, "must be 1 to 32 small letters, digits or hyphens"),
    name: Words,
    from: PointsValue,
    places: z.int().min(0).max(1_000_000).nullable(),
  })
  .readonly()
  .meta({ id: "Tier" });
export type Tier = z.infer<typeof Tier>;

/** What decides between equal points, in this order. */
export const TieBreak = z
  .discriminatedUnion("by", [
    /** The points of one line, the more the better. */
    z.strictObject({
      by: z.literal("indicator"),
      layer: z.enum(["province", "city", "county"]),
      code: z.string().min(1).max(64),
    }),
    /** 申报居住登记之日, the earlier the better; whose day is not known comes last. */
    z.strictObject({ by: z.literal("registered-earlier") }),
    z.strictObject({ by: z.literal("applied-earlier") }),
    /** A lot that anyone can repeat: the SHA-256 of the published seed and the application number, the smaller the better. */
    z.strictObject({ by: z.literal("lot") }),
  ])
  .meta({ id: "TieBreak" });
export type TieBreak = z.infer<typeof TieBreak>;

/** A time to apply, both days inclusive, and the day after it on which is ranked at the earliest. */
export const Window = z
  .strictObject({ opensOn: CalendarDate, closesOn: CalendarDate, cutOffOn: CalendarDate })
  .readonly()
  .meta({ id: "ApplicationWindow" });
export type Window = z.infer<typeof Window>;

/** The rules of one programme, as data. What must hold between the fields is checked by `programme-faults.ts`. */
export const ProgrammeTerms = z
  .strictObject({
    service: Service,
    department: ServiceDepartment,
    area: AreaCode.meta({ description: "Whose permit lies in it may apply; its office decides" }),
    name: Words,
    year: z.int().min(2023).max(2099),
    source: z.string().min(1).max(500).meta({ description: "The local rule it rests on, and its clause" }),
    /** For whom: the applicant, the whole family, or one child of theirs. */
    beneficiary: z.enum(["applicant", "family", "child"]),
    /** The first day that is too late, and the first that is early enough, to be born; only for a child. */
    childBorn: z.strictObject({ from: CalendarDate, through: CalendarDate }).readonly().exactOptional(),
    window: Window,
    secondRound: Window.exactOptional().meta({ description: "For the places that are left after the first" }),
    scoreAsOf: CalendarDate.meta({ description: "The day whose score counts" }),
    points: z.enum(["own", "better-parent"]),
    threshold: PointsValue.nullable(),
    offers: z.array(Offer).min(1).max(500).readonly(),
    wishes: z.int().min(1).max(20).meta({ description: "How many offers one may name, the dearest first" }),
    tiers: z.array(Tier).max(20).readonly(),
    tieBreaks: z.array(TieBreak).max(10).readonly(),
    lotFrom: z
      .string()
      .min(1)
      .max(300)
      .meta({
        description:
          "Which public draw to come the seed of lots is taken from, so that nobody picks it; a lot also decides what no " +
          "tie-break does",
      }),
    allTiedIn: z.boolean().meta({ description: "Whether all who tie for the last place get in" }),
    onePer: z
      .array(z.enum(["family", "asset"]))
      .max(2)
      .readonly()
      .meta({
        description: "Beside one per child and one per applicant: one per family, one per asset (a home)",
      }),
    notReady: z.enum(["ask", "as-known", "leave-out"]).meta({
      description: "What becomes of whoever is incomplete at the cut-off: decided one by one, or by this rule",
    }),
    previewWorkingDays: z.int().min(0).max(30).default(3),
    listingWorkingDays: z.int().min(1).max(60).default(5),
  })
  .readonly()
  .meta({ id: "ProgrammeTerms" });
export type ProgrammeTerms = z.infer<typeof ProgrammeTerms>;

export const ProgrammeState = z
  .enum(["draft", "discarded", "published", "settling", "preview", "listed", "final"])
  .meta({ id: "ProgrammeState" });
export type ProgrammeState = z.infer<typeof ProgrammeState>;

/** A seed that nobody could know while one could still apply, and where it comes from. */
export interface Seed {
  readonly seed: string;
  readonly source: string;
}

/** A programme as it stands: the fold of its steps. */
export interface Programme {
  readonly programmeId: ProgrammeId;
  /** The number of its steps. */
  readonly version: number;
  readonly state: ProgrammeState;
  readonly since: CalendarDate;
  readonly terms: ProgrammeTerms;
  /** The SHA-256 of the terms as canonical JSON. */
  readonly digest: string;
  /** Whoever has written on these terms. None of them approves them. */
  readonly authors: readonly string[];
  readonly approver?: string;
  /** 1, or 2 for the places that were left. */
  readonly round: 1 | 2;
  readonly seed?: Seed;
  /** The run of the settlement: one more whenever it is done anew. */
  readonly run: number;
  /** The listing of this round, once there is one. */
  readonly listingId?: string;
  /** The day on which preview or listing are over; provisional like any term. */
  readonly dueOn?: CalendarDate;
  /** By code of offer and of tier, what is left for the round; absent in the first. */
  readonly left?: Readonly<Record<string, number | null>>;
}

/** What happens to a programme. The type is the name of the step in `programme-machine.ts`. */
export type ProgrammeStep =
  | { readonly type: "drafted"; readonly terms: ProgrammeTerms; readonly digest: string }
  | { readonly type: "redrafted"; readonly terms: ProgrammeTerms; readonly digest: string }
  | { readonly type: "discarded"; readonly reason: string }
  | { readonly type: "published" }
  | ({ readonly type: "seed-drawn" } & Seed)
  | { readonly type: "settlement-begun" }
  /** Ranked and previewed, or listed at once where the terms know no preview. */
  | { readonly type: "previewed"; readonly listingId: string; readonly dueOn: CalendarDate }
  /** A mistake was found before the public saw it: ranked once more. */
  | { readonly type: "resettled"; readonly reason: string }
  | { readonly type: "listed"; readonly listingId: string; readonly dueOn: CalendarDate }
  | { readonly type: "finalised" }
  | { readonly type: "second-round-begun"; readonly left: Readonly<Record<string, number | null>> };
export type ProgrammeStepType = ProgrammeStep["type"];

export type ProgrammeRole = "rule-maker" | "approver" | "verifier" | "system";

export interface RecordedProgrammeStep {
  readonly programmeId: ProgrammeId;
  /** The programme version that the step made. */
  readonly version: number;
  readonly step: ProgrammeStep;
  readonly by: { readonly subject: string; readonly role: ProgrammeRole };
  readonly at: Instant;
  readonly on: CalendarDate;
}
