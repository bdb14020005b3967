import { applyRelationStep } from "#shared/domain/apply-relation-step.ts";
import { date } from "#shared/domain/calendar.ts";
import {
  type RecordedRelationStep,
  type Related,
  type Relation,
  RelationId,
  type RelationStep,
} from "#shared/domain/relation.ts";
import { residentId } from "./people.ts";

/** Different for every number, and always the same for one. */
export const relationId = (number: number): RelationId => RelationId.parse(`h-${`${number}`.padStart(26, "0")}`);

export interface RelationMade {
  readonly relation: Relation;
  readonly recorded: RecordedRelationStep;
}

/** Resident 1 proposes resident 2 as their spouse, unless it says otherwise. */
export const proposedRelation = (
  related: Partial<Related> = {},
  { number = 1, proposer = residentId(1) } = {},
): RelationMade =>
  relationStep(
    undefined,
    {
      type: "proposed",
      kind: "spouse",
      relative: residentId(2),
      ...(related.kind !== "child" && { otherAdult: residentId(2) }),
      isMatched: true,
      names: "sealed",
      ...related,
    },
    { relationId: relationId(number), proposer },
  );

/** The step that follows on the relation, and the relation after it. */
export const relationStep = (
  before: Relation | undefined,
  step: RelationStep,
  { relationId: id, proposer } = before ?? { relationId: relationId(1), proposer: residentId(1) },
): RelationMade => {
  const recorded: RecordedRelationStep = {
    relationId: id,
    proposer,
    version: (before?.version ?? 0) + 1,
    step,
    by: { subject: "resident-1", role: "resident" },
    at: "2024-07-01T02:00:00.000Z",
    on: date("2024-07-01"),
  };
  return { relation: applyRelationStep(before, recorded), recorded };
};
