import * as z from "zod";
import { ApplicationNumber } from "#shared/domain/application.ts";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { ListingId } from "#shared/domain/listing.ts";
import { ObjectionId, ObjectionState } from "#shared/domain/objection.ts";
import type { Endpoint } from "./endpoint.ts";
import { ofListing } from "./listings.ts";
import { ClauseCited, Statement } from "./review-input.ts";
import { roles } from "./roles.ts";

const path = "/v1/listings/{listingId}/objections";
const ofObjection = z.strictObject({ listingId: ListingId, objectionId: ObjectionId });

/** An objection, to the objector and to those who decide; who has it in hand is for these alone. */
export const ObjectionAnswer = z
  .strictObject({
    objectionId: ObjectionId,
    listingId: ListingId,
    applicationNumber: ApplicationNumber,
    reason: z.string(),
    filedAt: z.iso.datetime(),
    state: ObjectionState,
    since: CalendarDate,
    dueOn: CalendarDate.meta({ description: "By when it is to be decided" }),
    decision: z
      .strictObject({
        reason: z.string(),
        clause: z.string(),
        becomes: z
          .enum(["left-out", "scored-anew"])
          .nullable()
          .meta({ description: "What has become of the entry; null when rejected" }),
        on: CalendarDate,
      })
      .readonly()
      .nullable(),
  })
  .readonly()
  .meta({ id: "Objection" });
export type ObjectionAnswer = z.infer<typeof ObjectionAnswer>;

const asItStands = { 200: { description: "The objection as it stands now", body: ObjectionAnswer } } as const;

const Paging = {
  limit: z
    .string()
    .regex(/^([1-9]|[1-9]\d|100)$/, "must be a whole number from 1 to 100")
    .transform(Number)
    .default(20)
    .meta({ description: "Entries a page, 1 to 100; 20 unless given" }),
  cursor: z.string().min(1).max(500).exactOptional().meta({ description: "`next` of the page before" }),
};

export const submitObjectionEndpoint = {
  id: "submit-objection",
  method: "POST",
  path,
  summary: "Object to an entry",
  description:
    "异议: anyone signed in, once to one entry, while the listing takes objections, with a reason. The reason is read by those " +
    "who decide and never published.",
  roles,
  params: ofListing,
  body: z.strictObject({ applicationNumber: ApplicationNumber, reason: Statement }).readonly(),
  stores: true,
  answers: { 201: { description: "The objection", body: ObjectionAnswer } },
  refusals: [
    "listing-unknown",
    "listing-ended",
    "listing-entry-unknown",
    "objection-too-late",
    "objection-exists",
    "listing-busy",
  ],
} as const satisfies Endpoint;

export const listObjectionsEndpoint = {
  id: "list-objections",
  method: "GET",
  path,
  summary: "The objections to a listing",
  description:
    "For the department that decides, in its area, and for an auditor all; for everyone else their own. A page may hold " +
    "fewer entries than asked for.",
  roles,
  params: ofListing,
  query: z.strictObject(Paging),
  answers: {
    200: {
      description: "One page of them",
      body: z
        .strictObject({ objections: z.array(ObjectionAnswer).readonly(), next: z.string().nullable() })
        .readonly()
        .meta({ id: "Objections" }),
    },
  },
  refusals: ["listing-unknown"],
} as const satisfies Endpoint;

export const readObjectionEndpoint = {
  id: "read-objection",
  method: "GET",
  path: `${path}/{objectionId}`,
  summary: "One objection",
  description: "For the objector, the department that decides, in its area, and an auditor.",
  roles,
  params: ofObjection,
  answers: asItStands,
  refusals: ["listing-unknown", "objection-unknown"],
} as const satisfies Endpoint;

const step = { method: "POST", params: ofObjection, stores: true, answers: asItStands } as const;
const stepRefusals = [
  "listing-unknown",
  "objection-unknown",
  "role-not-allowed",
  "step-not-allowed",
  "listing-busy",
] as const;

export const withdrawObjectionEndpoint = {
  id: "withdraw-objection",
  path: `${path}/{objectionId}/withdrawal`,
  ...step,
  summary: "Withdraw an objection",
  description: "By whoever made it, until it is decided.",
  roles,
  refusals: stepRefusals.filter((code) => code !== "role-not-allowed"),
} as const satisfies Endpoint;

export const assignObjectionEndpoint = {
  id: "assign-objection",
  path: `${path}/{objectionId}/assignment`,
  ...step,
  summary: "Take an objection in hand",
  description:
    "By a verifier of the department that decides, in the area: not the objector, not who filed or decided on the application. " +
    "A colleague may take it over.",
  roles: ["verifier"],
  refusals: ["listing-unknown", "objection-unknown", "step-not-allowed", "decides-on-own", "listing-busy"],
} as const satisfies Endpoint;

/** What is published: whoever decides must not name anybody. */
const Published = Statement.refine((text) => !/\d{17}[\dXx]|\br-[0-9a-z]{26}\b/.test(text), {
  message: "is published: must hold no identity number and no residentId",
}).meta({ description: "Published with what it changes: name nobody" });

export const decideObjectionEndpoint = {
  id: "decide-objection",
  path: `${path}/{objectionId}/decision`,
  ...step,
  summary: "Decide on an objection",
  description:
    "Rejected, or upheld: then the entry is left out, or scored anew as of the same day on what is known now, and the listing " +
    "is ranked again and goes on as another revision that says what changed and why. Sent again, a decision that was cut off " +
    "is carried out to its end.",
  roles: ["verifier"],
  body: z.discriminatedUnion("outcome", [
    z
      .strictObject({
        outcome: z.literal("upheld"),
        entry: z.enum(["leave-out", "score-anew"]),
        reason: Published,
        clause: ClauseCited,
      })
      .readonly(),
    z.strictObject({ outcome: z.literal("rejected"), reason: Statement, clause: ClauseCited }).readonly(),
  ]),
  refusals: [
    "listing-unknown",
    "objection-unknown",
    "step-not-allowed",
    "decides-on-own",
    "objection-not-held",
    "objection-changes-nothing",
    "listing-busy",
  ],
} as const satisfies Endpoint;

const Place = z
  .strictObject({ listingId: ListingId, objectionId: ObjectionId, area: AreaCode, dueOn: CalendarDate })
  .readonly()
  .meta({ id: "ObjectionPlace" });

export const listObjectionQueueEndpoint = {
  id: "list-objection-queue",
  method: "GET",
  path: "/v1/objections",
  summary: "What objections wait for a department, the earliest due first",
  description: "For a verifier of a service department, in the city of the area.",
  roles: ["verifier"],
  query: z.strictObject({ area: AreaCode, ...Paging }),
  answers: {
    200: {
      description: "One page of the queue",
      body: z
        .strictObject({ places: z.array(Place).readonly(), next: z.string().nullable() })
        .readonly()
        .meta({ id: "ObjectionQueue" }),
    },
  },
  refusals: ["area-not-allowed", "department-not-allowed"],
} as const satisfies Endpoint;
