import { machineFold } from "./machine-fold.ts";
import type { RecordedRelationStep, Relation, RelationState, RelationStepType } from "./relation.ts";
import { relationMachine } from "./relation-machine.ts";

/**
 * The relation after one more step.
 * @throws Error when the step does not follow on the relation's version, or the machine knows no such way
 */
export const applyRelationStep = machineFold(
  relationMachine,
  (relation: Relation | undefined, recorded: RecordedRelationStep): Relation => {
    const { step, relationId, proposer, version, by, on } = recorded;
    if (step.type === "proposed") {
      const { type, ...related } = step;
      return { relationId, proposer, version, state: "proposed", since: on, filer: by.subject, ...related };
    }
    if (!relation) throw new Error(`a relation began with ${step.type}`);
    return { ...relation, state: stateAfter[step.type] };
  },
);

const stateAfter: Readonly<Record<Exclude<RelationStepType, "proposed">, RelationState>> = {
  confirmed: "confirmed",
  attested: "confirmed",
  refused: "refused",
  withdrawn: "withdrawn",
  ended: "ended",
};
