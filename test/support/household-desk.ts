import { attestRelation } from "#functions/households/attest-relation.ts";
import { confirmRelation } from "#functions/households/confirm-relation.ts";
import { endRelation } from "#functions/households/end-relation.ts";
import { proposeRelation } from "#functions/households/propose-relation.ts";
import { readHousehold } from "#functions/households/read-household.ts";
import { refuseRelation } from "#functions/households/refuse-relation.ts";
import type { Caller, Endpoint } from "#shared/contract/endpoint.ts";
import {
  attestRelationEndpoint,
  confirmRelationEndpoint,
  proposeRelationEndpoint,
  readHouseholdEndpoint,
  type SeenRelation,
} from "#shared/contract/households.ts";
import { date } from "#shared/domain/calendar.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import type { RelationId } from "#shared/domain/relation.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Reply } from "#shared/http/answer.ts";
import { aMaterial, materialId } from "./a-material.ts";
import { resident } from "./calls.ts";
import { memoryHouseholds } from "./memory-households.ts";
import { memoryIdentities } from "./memory-identities.ts";
import { memoryMaterials } from "./memory-materials.ts";
import { memoryMessages } from "./memory-messages.ts";
import { memoryResidents } from "./memory-residents.ts";
import { following, identityNumber, person, registeredIn, residentId } from "./people.ts";
import { testIdentityKeys } from "./test-identity-keys.ts";

export const [ann, ben, cat] = [residentId(1), residentId(2), residentId(3)] as const;
export const self = (adult: ResidentId): Caller => ({ ...resident(adult), subject: `sub-${adult}` });

/** Of whom nobody has heard before. */
export const kid = { identityNumber: identityNumber("2018-03-01", 7), name: "山小雨" };
/** As they were registered, by the sequence of their numbers. */
export const registered = { ann: person(1, "山雨"), ben: person(2, "海风"), cat: person(3, "白露") };

/** The use cases of a household on repositories in memory. Ann, Ben and Cat are registered, Cat elsewhere. */
export const householdDesk = async () => {
  const [residents, messages, materials] = [memoryResidents(), memoryMessages(), memoryMaterials()];
  const keys = await testIdentityKeys();
  const identities = memoryIdentities(residents, keys);
  const households = memoryHouseholds(messages);
  const calendar = { today: date("2024-07-01") };
  const desk = {
    ...{ residents, identities, households, materials, keys },
    today: () => calendar.today,
    now: () => `${calendar.today}T02:00:00.000Z`,
  };
  for (const [at, area] of ["339901", "339901", "339902"].entries()) {
    const { dossier, recorded } = following(residentId(at + 1), registeredIn(area));
    const known = Object.values(registered)[at];
    if (known) await identities.register(known, dossier, recorded);
  }
  const { deleteOn, ...paper } = aMaterial({ materialId: materialId(1), state: "accepted" });
  await materials.put(paper);

  /** The reply's body, or the code of the refusal; what is answered fits the contract. */
  const asked = async ({ answers }: Pick<Endpoint, "answers">, reply: Promise<Reply>) => {
    try {
      const { status, body } = await reply;
      answers[status]?.body?.parse(body);
      return { status, body: body as never };
    } catch (thrown) {
      if (isRefusal(thrown)) return thrown.code;
      throw thrown;
    }
  };
  const call = (caller: Caller, params: object, body?: object) => ({ caller, params, query: {}, body }) as never;

  const step =
    (endpoint: Pick<Endpoint, "answers">, useCase: (given: never) => Promise<Reply>) =>
    (caller: Caller, adult: ResidentId, relationId: RelationId, body: object = {}) =>
      asked(endpoint, useCase(call(caller, { residentId: adult, relationId }, body)));

  const propose = (caller: Caller, adult: ResidentId, body: object) => {
    const parsed = proposeRelationEndpoint.body.parse(body);
    return asked(proposeRelationEndpoint, proposeRelation(desk)(call(caller, { residentId: adult }, parsed)));
  };

  return {
    ...{ households, identities, messages, residents, calendar, propose },
    /** The id of what was proposed. */
    proposed: async (adult: ResidentId, body: object): Promise<RelationId> => {
      const reply = await propose(self(adult), adult, body);
      if (typeof reply === "string") throw new Error(reply);
      return (reply.body as { relationId: RelationId }).relationId;
    },
    confirm: step(confirmRelationEndpoint, confirmRelation(desk)),
    refuse: step(confirmRelationEndpoint, refuseRelation(desk)),
    end: step(confirmRelationEndpoint, endRelation(desk)),
    attest: step(attestRelationEndpoint, attestRelation(desk)),
    /** The relations that somebody sees of somebody. */
    see: async (caller: Caller, adult: ResidentId): Promise<string | readonly SeenRelation[]> => {
      const reply = await asked(readHouseholdEndpoint, readHousehold(desk)(call(caller, { residentId: adult })));
      return typeof reply === "string" ? reply : (reply.body as { relations: readonly SeenRelation[] }).relations;
    },
    told: (adult: ResidentId): readonly string[] =>
      messages.all().flatMap(({ message }) => (message.residentId === adult ? [message.kind] : [])),
  };
};

export const spouseOf = (typed: object = registered.ben) => ({ relation: "spouse", ...typed });
export const childOf = (confirmedBy: object, typed: object = kid) => ({ relation: "child", ...typed, confirmedBy });
export const byWindow = { onBehalf: { by: "window", consent: true } };
export const paper = { materials: [{ code: "birth-certificate", materialId: materialId(1) }] };
