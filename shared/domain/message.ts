import * as z from "zod";
import type { ApplicationNumber } from "./application.ts";
import type { CalendarDate } from "./calendar.ts";
import type { Instant } from "./dossier.ts";
import type { FindingId } from "./finding.ts";
import type { RelationId } from "./relation.ts";
import type { ResidentId } from "./resident-id.ts";
import type { ReviewId } from "./review.ts";

export const MessageId = z
  .string()
  .regex(/^m-[0-9a-z]{26}$/, "must be a messageId as the message queue carries it")
  .brand<"MessageId">()
  .meta({ id: "MessageId", description: "Opaque", examples: ["m-0h7q3n5v9x2k4m6p8s1t3w5y7z"] });
export type MessageId = z.infer<typeof MessageId>;

/** 通知: what a resident is told of. Its words stand in `policies/messages.json`. */
export const MessageKind = z
  .enum([
    "points-rose",
    "points-fell",
    "endorsement-due",
    "review-received",
    "material-asked",
    "material-asked-open",
    "material-due",
    "review-decided",
    "review-lapsed",
    "appeal-lapsed",
    "review-overdue",
    "review-reopened",
    "correction-confirmed",
    "correction-contradicted",
    "relation-proposed",
    "relation-answered",
    "relation-ended",
    "application-received",
    "application-material-asked",
    "application-decided",
    "application-left-out",
    "application-granted",
    "application-not-granted",
    "application-moved-up",
    "application-revoked",
    "application-reinstated",
    "finding-proposed",
    "finding-confirmed",
    "finding-dismissed",
    "finding-upheld",
    "finding-overturned",
    "contact-code",
    "contact-verified",
  ])
  .meta({ id: "MessageKind" });
export type MessageKind = z.infer<typeof MessageKind>;

type None = Readonly<Record<never, never>>;
interface OfReview {
  readonly reviewId: ReviewId;
}

interface OfRelation {
  readonly relationId: RelationId;
}

interface OfApplication {
  readonly applicationNumber: ApplicationNumber;
}

interface OfFinding {
  readonly findingId: FindingId;
}

/** What each kind is filled with: ids, and the day by which to act. Never a fact, points or a name. */
export interface MessageParameters {
  readonly "points-rose": None;
  readonly "points-fell": None;
  /** 签注 */
  readonly "endorsement-due": { readonly dueOn: CalendarDate };
  readonly "review-received": OfReview;
  readonly "material-asked": OfReview & { readonly dueOn: CalendarDate };
  /** Where the last day is not certain yet, or nothing ends with it. */
  readonly "material-asked-open": OfReview;
  /** Called to mind shortly before. */
  readonly "material-due": OfReview & { readonly dueOn: CalendarDate };
  readonly "review-decided": OfReview;
  readonly "review-lapsed": OfReview;
  readonly "appeal-lapsed": OfReview;
  readonly "review-overdue": OfReview;
  readonly "review-reopened": OfReview;
  readonly "correction-confirmed": OfReview;
  readonly "correction-contradicted": OfReview;
  /** 家庭关系: somebody has named the person, has answered them, or it is over. */
  readonly "relation-proposed": OfRelation;
  readonly "relation-answered": OfRelation;
  readonly "relation-ended": OfRelation;
  /** 公共服务申请 */
  readonly "application-received": OfApplication;
  readonly "application-material-asked": OfApplication;
  readonly "application-decided": OfApplication;
  readonly "application-left-out": OfApplication;
  readonly "application-granted": OfApplication;
  readonly "application-not-granted": OfApplication;
  readonly "application-moved-up": OfApplication;
  readonly "application-revoked": OfApplication;
  readonly "application-reinstated": OfApplication;
  /** 造假认定: until when to speak or appeal stands with the finding. */
  readonly "finding-proposed": OfFinding;
  readonly "finding-confirmed": OfFinding;
  readonly "finding-dismissed": OfFinding;
  readonly "finding-upheld": OfFinding;
  readonly "finding-overturned": OfFinding;
  /** The code itself is stored nowhere: it is made from the id of what asked for it. */
  readonly "contact-code": { readonly requestId: string };
  readonly "contact-verified": None;
}

/** One thing told to one resident. */
export type Message = {
  readonly [Kind in MessageKind]: {
    readonly messageId: MessageId;
    readonly residentId: ResidentId;
    readonly kind: Kind;
    readonly parameters: MessageParameters[Kind];
    readonly createdAt: Instant;
    /** The calendar day; the one-machine calendar may be moved, real time may not. */
    readonly createdOn: CalendarDate;
  };
}[MessageKind];

/** How far a message has come. */
export type MessageState =
  /** For a day ahead, on which it is looked at whether it still holds. */
  | { readonly state: "planned"; readonly sendOn: CalendarDate }
  /** In the inbox, and on its way as soon as there is a contact point. `lookOn`: when the outbox is offered it again. */
  | { readonly state: "waiting"; readonly lookOn: CalendarDate | null }
  /** Given to its channel. */
  | { readonly state: "delivered"; readonly deliveredAt: Instant }
  /** A planned one that no longer held when its day had come. */
  | { readonly state: "dropped" };

/** Whether it is for this person's eyes wherever they are signed in; a code proves an address and is sent there only. */
export const isForInbox = (kind: MessageKind): boolean => kind !== "contact-code" && kind !== "contact-verified";
