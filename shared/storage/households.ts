import type { Household } from "#shared/domain/household.ts";
import type { Message } from "#shared/domain/message.ts";
import type { RecordedRelationStep, Relation, RelationId } from "#shared/domain/relation.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";

/** `overtaken`: the relation is another by now, read again. `spouse-there`: one of the two has a confirmed spouse. */
export type RelationStepRecorded = "recorded" | "overtaken" | "spouse-there";

/** The relations between persons, with each of those whom they are about. Strongly consistent. */
export interface Households {
  read(residentId: ResidentId, relationId: RelationId): Promise<Relation | undefined>;

  /** In order of their ids. One that doesn't match lies with its proposer only. */
  ofPerson(residentId: ResidentId): Promise<readonly Relation[]>;

  /** From the first one on. */
  readSteps(proposer: ResidentId, relationId: RelationId): Promise<readonly RecordedRelationStep[]>;

  /** Spouse and children that are confirmed. */
  confirmedOf(residentId: ResidentId): Promise<Household>;

  /** Writes one step, the relation it makes wherever it lies, and what is told of it: all or nothing. */
  record(
    relation: Relation,
    recorded: RecordedRelationStep,
    messages: readonly Message[],
  ): Promise<RelationStepRecorded>;
}
