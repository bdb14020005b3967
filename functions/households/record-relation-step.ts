import { applyRelationStep } from "#shared/domain/apply-relation-step.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { RelationActing } from "#shared/domain/may-take-relation-step.ts";
import type { RecordedRelationStep, Relation, RelationStep } from "#shared/domain/relation.ts";
import type { RelationStepRecorded } from "#shared/storage/households.ts";
import type { Keeping } from "./keeping.ts";
import { toldOfRelation } from "./told-of-relation.ts";

interface Stepping extends Pick<Relation, "relationId" | "proposer"> {
  /** Absent before the first step. */
  readonly before: Relation | undefined;
  readonly step: RelationStep;
  readonly who: RelationActing;
  readonly on: CalendarDate;
}

/** Writes one step with what is told of it. */
export const recordRelationStep = async (
  { households, now }: Pick<Keeping, "households" | "now">,
  { relationId, proposer, before, step, who, on }: Stepping,
): Promise<{ readonly relation: Relation; readonly outcome: RelationStepRecorded }> => {
  const version = (before?.version ?? 0) + 1;
  const by = { subject: who.subject, role: who.role };
  const recorded: RecordedRelationStep = { relationId, proposer, version, step, by, at: now(), on };
  const relation = applyRelationStep(before, recorded);
  const outcome = await households.record(relation, recorded, toldOfRelation(relation, recorded, who.adult));
  return { relation, outcome };
};
