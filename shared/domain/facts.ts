import * as z from "zod";
import { AreaCode } from "./area.ts";
import { CalendarDate, CalendarMonth } from "./calendar.ts";
import { OpaqueId } from "./opaque-id.ts";

/** Names one fact, so that it can be voided. Opaque: no number of a person or of a paper. */
const FactId = OpaqueId;

/** 文化程度, the lowest first. */
export const educationLevels = [
  "primary",
  "junior-secondary",
  "senior-secondary",
  "vocational-secondary",
  "college",
  "higher-vocational",
  "bachelor",
  "master",
  "doctor",
] as const;

/** 学历. It counts once verified, from the day obtained until the day before it is revoked. */
export const Diploma = z
  .strictObject({
    id: FactId.exactOptional(),
    level: z.enum(educationLevels),
    obtainedOn: CalendarDate,
    verified: z.boolean(),
    revokedOn: CalendarDate.exactOptional(),
  })
  .refine(({ obtainedOn, revokedOn }) => revokedOn === undefined || revokedOn >= obtainedOn, {
    path: ["revokedOn"],
    error: "must not lie before obtainedOn",
  })
  .readonly();
export type Diploma = z.infer<typeof Diploma>;
export type EducationLevel = Diploma["level"];

const certificate = {
  id: FactId.exactOptional(),
  issuedOn: CalendarDate,
  verified: z.boolean().default(true),
  revokedOn: CalendarDate.exactOptional(),
};

/** 国家职业资格证书 · 职业技能等级证书 (level 1 is the highest) · 职称 · 专项职业能力证书. */
export const SkillCertificate = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.enum(["vocational-qualification", "skill-level"]),
      level: z.int().min(1).max(5),
      ...certificate,
    }),
    z.strictObject({ kind: z.literal("title"), level: z.enum(["junior", "middle", "senior"]), ...certificate }),
    z.strictObject({ kind: z.literal("special-skill"), ...certificate }),
  ])
  .refine(({ issuedOn, revokedOn }) => revokedOn === undefined || revokedOn >= issuedOn, {
    path: ["revokedOn"],
    error: "must not lie before issuedOn",
  })
  .readonly();
export type SkillCertificate = z.infer<typeof SkillCertificate>;

export const pensionKinds = ["employee", "flexible", "resident"] as const;

/** 养老保险: paid months, both ends inclusive. A month counts from the later of its first day and `paidOn`. */
export const PensionRange = z
  .strictObject({
    id: FactId.exactOptional(),
    from: CalendarMonth,
    to: CalendarMonth,
    province: AreaCode,
    city: AreaCode.exactOptional(),
    kind: z.enum(pensionKinds),
    backpaid: z.boolean().default(false),
    paidOn: CalendarDate.exactOptional(),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "must not lie before from" })
  .readonly();
export type PensionRange = z.infer<typeof PensionRange>;

/** 居住登记: `from` counts; `to` is the first day no longer registered; null while still registered. */
export const ResidenceStretch = z
  .strictObject({
    id: FactId.exactOptional(),
    from: CalendarDate,
    to: CalendarDate.nullable().default(null),
    province: AreaCode,
    city: AreaCode.exactOptional(),
  })
  .refine(({ from, to }) => to === null || to >= from, { path: ["to"], error: "must not lie before from" })
  .readonly();
export type ResidenceStretch = z.infer<typeof ResidenceStretch>;

/**
 * A fact that no longer counts from a day on: 伪造、变造、虚假材料. Under the reading `fraudScope: all` the whole score is
 * void until `barredUntil`, the first day on which it no longer is; without one for good.
 */
export const VoidedFact = z
  .strictObject({
    factId: FactId,
    voidedOn: CalendarDate,
    barredUntil: CalendarDate.exactOptional(),
    reason: z.string().min(1).max(200),
  })
  .refine(({ voidedOn, barredUntil }) => barredUntil === undefined || barredUntil > voidedOn, {
    path: ["barredUntil"],
    error: "must lie after voidedOn",
  })
  .readonly();
export type VoidedFact = z.infer<typeof VoidedFact>;

/** 扣分冻结: a local sanction; a standard may freeze the score while it lasts. `to` is the first day it no longer does. */
export interface Sanction {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

const upTo1000 = <Item extends z.ZodType>(item: Item) => z.array(item).max(1000).readonly();

/** What is known of a person. `null` is "nothing known", `[]` is "known to have none". */
export const factSchemas = {
  birthDate: CalendarDate.nullable(),
  education: upTo1000(Diploma).nullable(),
  skills: upTo1000(SkillCertificate).nullable(),
  pension: upTo1000(PensionRange).nullable(),
  residence: upTo1000(ResidenceStretch).nullable(),
} as const;

export const Facts = z.strictObject(factSchemas).readonly();
export type Facts = z.infer<typeof Facts>;
export type FactName = keyof Facts;

export const factNames: readonly FactName[] = ["birthDate", "education", "skills", "pension", "residence"];

export const nothingKnown: Facts = { birthDate: null, education: null, skills: null, pension: null, residence: null };
