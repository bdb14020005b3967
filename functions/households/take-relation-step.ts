import type { Call } from "#shared/contract/endpoint.ts";
import type {
  attestRelationEndpoint,
  confirmRelationEndpoint,
  endRelationEndpoint,
  refuseRelationEndpoint,
} from "#shared/contract/households.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import { mayTakeRelationStep } from "#shared/domain/may-take-relation-step.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Relation, RelationStep } from "#shared/domain/relation.ts";
import type { Reply } from "#shared/http/answer.ts";
import { adultActing } from "./adult-acting.ts";
import type { Keeping } from "./keeping.ts";
import { recordRelationStep } from "./record-relation-step.ts";
import { relationStanding } from "./relation-standing.ts";

type OfAdult = typeof confirmRelationEndpoint | typeof refuseRelationEndpoint | typeof endRelationEndpoint;
interface Asked extends Pick<Call<OfAdult | typeof attestRelationEndpoint>, "params" | "caller"> {
  readonly onBehalf: Call<OfAdult>["body"]["onBehalf"] | undefined;
}

interface Intended {
  readonly type: (relation: Relation) => RelationStep["type"];
  readonly step: (relation: Relation, on: CalendarDate) => RelationStep | Promise<RelationStep>;
}

/**
 * Takes one step of a relation: as it stands → who acts → may they → all or nothing; overtaken: once more from the start.
 * @throws Refusal resident-unknown, relation-unknown, spouse-there, relation-busy and those of `mayTakeRelationStep`
 */
export const takeRelationStep = async (
  keeping: Keeping,
  { params: { residentId, relationId }, caller, onBehalf }: Asked,
  { type, step }: Intended,
): Promise<Reply> => {
  const on = keeping.today();
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const before = await keeping.households.read(residentId, relationId);
    const who = await adultActing(keeping.residents, { caller, residentId, onBehalf, namedBy: before?.proposer }, on);
    if (!before) throw new Refusal("relation-unknown", { relationId });
    mayTakeRelationStep(before, type(before), who);
    const { proposer } = before;
    const stepping = { relationId, proposer, before, step: await step(before, on), who, on };
    const { relation, outcome } = await recordRelationStep(keeping, stepping);
    if (outcome === "recorded") return { status: 200, body: relationStanding(relation) };
    if (outcome === "spouse-there") throw new Refusal("spouse-there", {});
  }
  throw new Refusal("relation-busy", {});
};

const mostAttempts = 5;
