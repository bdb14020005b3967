import * as z from "zod";
import { AreaCode } from "./area.ts";
import { CalendarDate } from "./calendar.ts";
import type { Department } from "./department.ts";
import type { Instant } from "./dossier.ts";
import type { FindingDepartment, FindingId, FoundOut } from "./finding.ts";
import { PersonName } from "./person.ts";
import type { ResidentId } from "./resident-id.ts";
import type { ActorRole, ContestedLine, Review, ReviewId, ReviewKind, ReviewOutcome, Term } from "./review.ts";
import { ScoreStatus } from "./score.ts";
import type { Words } from "./words.ts";

/** Of a certificate random; of a review's letter made from the review and its step, so that twice is once. */
export const LetterId = z
  .string()
  .regex(/^l-[0-9a-z]{26}(-[1-9]\d{0,9})?$/, "must be a letterId as GET …/letters answers it")
  .brand<"LetterId">()
  .meta({ id: "LetterId", description: "Opaque", examples: ["l-0h7q3n5v9x2k4m6p8s1t3w5y7z"] });
export type LetterId = z.infer<typeof LetterId>;

export const LetterKind = z
  .enum(["acceptance-receipt", "material-asked", "decision", "score-certificate", "police-referral"])
  .meta({ id: "LetterKind" });
export type LetterKind = z.infer<typeof LetterKind>;

/** 书面文书: the data of a printed letter. Never changed, so that it can be reprinted as it was. */
export interface Letter {
  readonly letterId: LetterId;
  readonly residentId: ResidentId;
  /** The template it is printed by; a later one leaves the letters of an earlier one as they are. */
  readonly template: 1;
  readonly issuedAt: Instant;
  readonly issuedOn: CalendarDate;
  /** Who caused it: the issuer's subject. Not printed. */
  readonly issuedBy: string;
  readonly content: LetterContent;
}

export type LetterContent = AcceptanceReceipt | MaterialRequest | DecisionNotice | ScoreCertificate | PoliceReferral;

/** What every letter of a review says of it. */
interface OfReview {
  readonly reviewId: ReviewId;
  readonly reviewKind: ReviewKind;
  readonly round: number;
  readonly line: ContestedLine;
  readonly lineName: Words;
}

/** 受理回执. */
export interface AcceptanceReceipt extends OfReview {
  readonly kind: "acceptance-receipt";
  readonly filedBy: ActorRole;
  readonly appeal: boolean;
  readonly deciders: readonly Department[];
  /** By which of the materials needed: how many were handed in. */
  readonly materials: number;
  readonly term: Term;
}

/** 补正通知. */
export interface MaterialRequest extends OfReview {
  readonly kind: "material-asked";
  readonly items: readonly { readonly name: Words; readonly reason: string }[];
  readonly term: Term;
  /** Whether the request ends if nothing comes; what the office has begun goes on without. */
  readonly lapses: boolean;
}

/** 复核决定书. */
export interface DecisionNotice extends OfReview {
  readonly kind: "decision";
  readonly outcome: ReviewOutcome;
  readonly reason: string;
  readonly clause: string;
  readonly departments: readonly Department[];
  readonly mayAppeal: boolean;
  /** Who brought the round about: what the office has reopened is no appeal. */
  readonly begunBy: Review["begunBy"];
}

/** 移送公安机关: what was found, for public security to act on; the person can read it too. */
export interface PoliceReferral extends FoundOut {
  readonly kind: "police-referral";
  readonly findingId: FindingId;
  readonly department: FindingDepartment;
  readonly reason: string;
  readonly clause: string;
  /** Why the second person confirmed it. */
  readonly confirmation: string;
  readonly barredUntil?: CalendarDate;
  /** Until when the person may appeal. */
  readonly appeal: Term;
}

export const CertificatePurpose = z
  .string()
  .trim()
  .normalize("NFC")
  .min(1)
  .max(100)
  // no line breaks, and no marks that turn the direction of writing
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, "must hold no control characters")
  .meta({
    id: "CertificatePurpose",
    description: "What the certificate is for, as it is printed on it",
    examples: ["子女入学"],
  });

/** What a certificate states, as it is printed, and as anyone hands it in to have it checked. */
export const CertificateStatement = z
  .strictObject({
    number: LetterId,
    issuedOn: CalendarDate,
    asOf: CalendarDate,
    purpose: CertificatePurpose,
    area: AreaCode,
    name: PersonName,
    identityNumber: z
      .string()
      .regex(/^\d{3}\*{11}\d{3}[\dX]$/)
      .meta({
        description: "As printed: the first three and the last four characters",
        examples: ["339***********017X"],
      }),
    status: ScoreStatus,
    statusClause: z
      .string()
      .min(1)
      .max(1000)
      .nullable()
      .meta({ description: "The clause of the status, as printed; null where none is" }),
    effectiveTotal: z.number().meta({ description: "What counts" }),
    total: z.number().nullable().meta({ description: "The total before status; its lines sum to it" }),
    lines: z
      .array(
        z
          .strictObject({
            layer: z.enum(["province", "city", "county", "total"]),
            code: z.string().min(1).max(64),
            points: z.number(),
          })
          .readonly(),
      )
      .max(200)
      .readonly(),
    standards: z
      .array(
        z
          .strictObject({
            code: z.string().min(1).max(64),
            effectiveFrom: CalendarDate,
            digest: z
              .string()
              .regex(/^[0-9a-f]{16}$/)
              .meta({ description: "The first 16 digits of the digest that every score quotes" }),
          })
          .readonly(),
      )
      .max(10)
      .readonly(),
    dossierVersion: z.int().min(1),
  })
  .readonly()
  .meta({ id: "CertificateStatement" });
export type CertificateStatement = z.infer<typeof CertificateStatement>;

/** Keyed over the whole statement: another digit, day or line, another code. */
export const CheckCode = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/, "must be the check code as it is printed")
  .meta({ id: "CheckCode", examples: ["7K3M-0QWE-RT5Y-9ZXC-4VBN"] });

/** 积分证明. The person's name and number are in the check code, and stored with identities only. */
export interface ScoreCertificate
  extends Omit<CertificateStatement, "number" | "issuedOn" | "name" | "identityNumber"> {
  readonly kind: "score-certificate";
  readonly lineNames: readonly Words[];
  readonly checkCode: string;
}
