import { personActing } from "#shared/access/person-acting.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { ProposedRelation, proposeRelationEndpoint } from "#shared/contract/households.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import { birthDateIn, type IdentityNumber } from "#shared/domain/identity-number.ts";
import type { Person } from "#shared/domain/person.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { type Related, RelationId } from "#shared/domain/relation.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Reply } from "#shared/http/answer.ts";
import { opaqueId } from "#shared/runtime/opaque-id.ts";
import type { Households } from "#shared/storage/households.ts";
import type { Identities } from "#shared/storage/identities.ts";
import type { IdentityKeys } from "#shared/storage/identity-keys.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Keeping } from "./keeping.ts";
import { recordRelationStep } from "./record-relation-step.ts";
import { relationStanding } from "./relation-standing.ts";

interface Proposing extends Omit<Keeping, "residents"> {
  readonly households: Pick<Households, "read" | "record" | "ofPerson" | "confirmedOf">;
  readonly residents: Pick<Residents, "read">;
  readonly identities: Pick<Identities, "admit" | "read">;
  readonly keys: Pick<IdentityKeys, "seal">;
}

/** How many proposals somebody may have open, or have changed in a day: nobody is to try numbers out, or be bothered. */
const mostProposals = 10;

/**
 * 家庭关系: names a spouse or a child, whoever they are. The answer is the same whether or not somebody is registered
 * under the number, and whether or not the name fits.
 */
export const proposeRelation =
  (proposing: Proposing) =>
  async ({ params: { residentId }, body, caller }: Call<typeof proposeRelationEndpoint>): Promise<Reply> => {
    const on = proposing.today();
    const { onBehalf } = body;
    const { who } = await personActing(proposing.residents, { caller, residentId, onBehalf }, on);
    if (who.role === "guardian") throw new Error("a contract let a guardian through");
    requireBorn(body.identityNumber, "identityNumber", on);
    const own = await proposing.households.ofPerson(residentId);
    const open = own.filter(
      ({ proposer, state, since }) => proposer === residentId && (state === "proposed" || since === on),
    );
    if (open.length >= mostProposals) throw new Refusal("too-many-relations", { limit: mostProposals });

    const related = await relatedIn(proposing, residentId, body, on);
    const { relation, outcome } = await recordRelationStep(proposing, {
      relationId: RelationId.parse(opaqueId("h")),
      proposer: residentId,
      before: undefined,
      step: { type: "proposed", ...related },
      who: { adult: residentId, role: who.role, subject: who.subject },
      on,
    });
    if (outcome !== "recorded") throw new Refusal("relation-busy", {});
    return { status: 201, body: relationStanding(relation) };
  };

/** Who is meant; whoever nobody knows yet gets an id. */
const relatedIn = async (
  proposing: Proposing,
  proposer: ResidentId,
  body: ProposedRelation,
  on: CalendarDate,
): Promise<Related> => {
  const { spouse } = await proposing.households.confirmedOf(proposer);
  const { identityNumber, name } = body;
  const relative = await met(proposing, { identityNumber, name });
  const names = async (otherAdult?: Person["name"]) => {
    const own = await proposing.identities.read(proposer);
    if (!own) throw new Error("a resident has no identity");
    return proposing.keys.seal(
      JSON.stringify({ proposer: own.name, relative: name, ...(otherAdult && { otherAdult }) }),
      proposer,
    );
  };
  if (body.relation === "spouse") {
    if (spouse) throw new Refusal("spouse-there", {});
    requireDifferent(proposer, relative.id);
    const { id, isNamed } = relative;
    return { kind: "spouse", relative: id, otherAdult: id, isMatched: isNamed, names: await names() };
  }

  const { confirmedBy } = body;
  const child = { kind: "child", relative: relative.id, bornOn: birthDateIn(identityNumber) } as const;
  switch (confirmedBy.by) {
    case "spouse":
      if (!spouse) throw new Refusal("spouse-missing", {});
      requireDifferent(proposer, relative.id, spouse);
      return { ...child, otherAdult: spouse, isMatched: relative.isNamed, names: await names() };
    case "other-parent": {
      requireBorn(confirmedBy.identityNumber, "confirmedBy.identityNumber", on);
      const other = await met(proposing, { identityNumber: confirmedBy.identityNumber, name: confirmedBy.name });
      requireDifferent(proposer, relative.id, other.id);
      const isMatched = relative.isNamed && other.isNamed;
      return { ...child, otherAdult: other.id, isMatched, names: await names(confirmedBy.name) };
    }
    case "window":
      requireDifferent(proposer, relative.id);
      return { ...child, isMatched: relative.isNamed, names: await names() };
  }
};

const met = async ({ identities }: Proposing, person: Person) => {
  const known = await identities.admit(person, ResidentId.parse(opaqueId("r")));
  return { id: known.residentId, isNamed: await known.isNamed(person.name) };
};

const requireDifferent = (...persons: readonly ResidentId[]): void => {
  if (new Set(persons).size < persons.length) throw new Refusal("relation-with-oneself", {});
};

const requireBorn = (identityNumber: IdentityNumber, field: string, on: CalendarDate): void => {
  if (birthDateIn(identityNumber) <= on) return;
  throw new Refusal("happened-after-receipt", { errors: [{ field, detail: `holds a birth date after today, ${on}` }] });
};
