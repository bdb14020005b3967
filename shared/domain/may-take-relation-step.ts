import { machineGuard } from "./machine-guard.ts";
import { Refusal } from "./refusal.ts";
import type { Relation, RelationRole, RelationStepType } from "./relation.ts";
import { type RelationCondition, relationMachine } from "./relation-machine.ts";
import type { ResidentId } from "./resident-id.ts";

export interface RelationActing {
  /** For which of the two adults. */
  readonly adult: ResidentId;
  readonly role: RelationRole;
  /** The issuer's subject. */
  readonly subject: string;
}

/**
 * Whether this one may take the step now.
 * @throws Refusal role-not-allowed, step-not-allowed, relation-of-others, decides-on-own
 */
export const mayTakeRelationStep = (relation: Relation, step: RelationStepType, who: RelationActing): void => {
  guard(relation.state, step, who.role);
  for (const condition of relationMachine[step].needs) conditions[condition](relation, who);
};

const guard = machineGuard(relationMachine);

const conditions: Readonly<Record<RelationCondition, (relation: Relation, who: RelationActing) => void>> = {
  "is-proposer": ({ proposer }, { adult }) => only(adult === proposer),
  "is-other-adult": ({ otherAdult }, { adult }) => only(adult === otherAdult),
  "is-either-adult": ({ proposer, otherAdult }, { adult }) => only(adult === proposer || adult === otherAdult),
  "only-one-parent": ({ otherAdult, filer }, { subject }) => {
    only(otherAdult === undefined);
    if (subject === filer) throw new Refusal("decides-on-own", { because: "own-request" });
  },
};

const only = (isTheirs: boolean): void => {
  if (!isTheirs) throw new Refusal("relation-of-others", {});
};
