import * as z from "zod";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { IdentityNumber } from "#shared/domain/identity-number.ts";
import { PersonName } from "#shared/domain/person.ts";
import { RelationId, RelationKind, RelationState } from "#shared/domain/relation.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Endpoint } from "./endpoint.ts";
import { ByWindow } from "./on-behalf.ts";
import { HandedIn, ofResident } from "./review-input.ts";

const path = "/v1/residents/{residentId}/household";
const ofRelation = z.strictObject({ residentId: ResidentId, relationId: RelationId });
const Relative = { identityNumber: IdentityNumber, name: PersonName };

const ProposedRelation = z
  .discriminatedUnion("relation", [
    z.strictObject({ relation: z.literal("spouse"), ...Relative, onBehalf: ByWindow.exactOptional() }).readonly(),
    z
      .strictObject({
        relation: z.literal("child"),
        ...Relative,
        confirmedBy: z
          .discriminatedUnion("by", [
            z.strictObject({ by: z.literal("spouse") }).readonly(),
            z.strictObject({ by: z.literal("other-parent"), ...Relative }).readonly(),
            z.strictObject({ by: z.literal("window") }).readonly(),
          ])
          .meta({ description: "The confirmed spouse, another adult, or a window where there is only one parent" }),
        onBehalf: ByWindow.exactOptional(),
      })
      .readonly(),
  ])
  .meta({ id: "ProposedRelation" });
export type ProposedRelation = z.infer<typeof ProposedRelation>;

const standing = {
  relationId: RelationId,
  relation: RelationKind,
  state: RelationState,
  since: CalendarDate,
  waitsFor: z.enum(["other-adult", "window", "nobody"]),
};
export const RelationStanding = z.strictObject(standing).readonly().meta({ id: "RelationStanding" });
export type RelationStanding = z.infer<typeof RelationStanding>;

const persons = { proposer: ResidentId, relative: ResidentId, otherAdult: ResidentId.nullable() };

export const SeenRelation = z
  .strictObject({
    ...standing,
    part: z.enum(["proposer", "other-adult", "child"]).meta({ description: "What the resident is in it" }),
    names: z
      .strictObject({ proposer: PersonName, relative: PersonName, otherAdult: PersonName.nullable() })
      .readonly()
      .nullable()
      .meta({ description: "As they were typed; null for a child and for a department" }),
    persons: z
      .strictObject(persons)
      .readonly()
      .nullable()
      .meta({ description: "Once it is confirmed; a window sees them before, so that it can act for the other adult" }),
    bornOn: CalendarDate.nullable().meta({ description: "Of a child, once `persons` are shown" }),
    steps: z
      .array(z.strictObject({ step: z.string(), on: CalendarDate, role: z.enum(["resident", "window"]) }).readonly())
      .readonly()
      .nullable()
      .meta({ description: "The first one first; null for a child and for a department" }),
  })
  .readonly()
  .meta({ id: "SeenRelation" });
export type SeenRelation = z.infer<typeof SeenRelation>;

const ofAdult = {
  method: "POST",
  roles: ["resident", "window"],
  params: ofRelation,
  body: z.strictObject({ onBehalf: ByWindow.exactOptional() }).readonly(),
  answers: { 200: { description: "The relation as it stands now", body: RelationStanding } },
  stores: true,
} as const;
const refusals = [
  "resident-unknown",
  "consent-missing",
  "relation-unknown",
  "relation-of-others",
  "step-not-allowed",
  "relation-busy",
] as const;

export const proposeRelationEndpoint = {
  id: "propose-relation",
  method: "POST",
  path: `${path}/relations`,
  summary: "Name a spouse or a child",
  description:
    "The relation counts once the other adult has confirmed it: the spouse, or the child's other parent; where there is " +
    "only one parent a window attests it from a paper. Programmes read it, a score never does. The answer is the same " +
    "whether or not somebody is registered under the number, and whether or not the name fits: if nobody ever answers, " +
    "compare number and name, take it back and propose it anew.",
  roles: ["resident", "window"],
  params: ofResident,
  body: ProposedRelation,
  answers: { 201: { description: "Proposed", body: RelationStanding } },
  refusals: [
    "resident-unknown",
    "consent-missing",
    "happened-after-receipt",
    "relation-with-oneself",
    "spouse-there",
    "spouse-missing",
    "too-many-relations",
    "relation-busy",
  ],
  stores: true,
} as const satisfies Endpoint;

export const readHouseholdEndpoint = {
  id: "read-household",
  method: "GET",
  path,
  summary: "A person's household",
  description:
    "The relations in which the person stands. A resident sees their own, the window those of the people of its areas, a " +
    "verifier of a department that grants services those that are confirmed, without names.",
  roles: ["resident", "window", "verifier"],
  params: ofResident,
  answers: {
    200: {
      description: "The relations",
      body: z
        .strictObject({ relations: z.array(SeenRelation).readonly() })
        .readonly()
        .meta({ id: "Household" }),
    },
  },
  refusals: ["resident-unknown"],
} as const satisfies Endpoint;

export const confirmRelationEndpoint = {
  id: "confirm-relation",
  path: `${path}/relations/{relationId}/confirmation`,
  ...ofAdult,
  summary: "Confirm a relation that somebody else has proposed",
  description: "By the other adult, or a window with their consent. A person has one confirmed spouse at a time.",
  refusals: [...refusals, "spouse-there"],
} as const satisfies Endpoint;

export const refuseRelationEndpoint = {
  id: "refuse-relation",
  path: `${path}/relations/{relationId}/refusal`,
  ...ofAdult,
  summary: "Refuse a relation that somebody else has proposed",
  description: "By the other adult, or a window with their consent. It can be proposed anew.",
  refusals,
} as const satisfies Endpoint;

export const endRelationEndpoint = {
  id: "end-relation",
  path: `${path}/relations/{relationId}/end`,
  ...ofAdult,
  summary: "Take back a proposal, or end a relation that was confirmed",
  description:
    "A proposal is taken back by its proposer. What is confirmed is ended by either adult; what programmes have taken from " +
    "it before stays as it was.",
  refusals,
} as const satisfies Endpoint;

export const attestRelationEndpoint = {
  id: "attest-relation",
  path: `${path}/relations/{relationId}/attestation`,
  ...ofAdult,
  roles: ["window"],
  summary: "Attest a child's relation to its only parent",
  description:
    "By a window of the proposer's area that has not written the proposal down itself, from an accepted upload of the " +
    "proposer's (birth certificate, custody, death certificate).",
  body: z.strictObject({ materials: HandedIn }).readonly(),
  refusals: [
    ...refusals.filter((code) => code !== "consent-missing"),
    "decides-on-own",
    "identity-name-differs",
    "materials-missing",
    "too-many-materials",
    "material-unknown",
    "material-not-accepted",
  ],
} as const satisfies Endpoint;
