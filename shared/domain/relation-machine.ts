import type { Machine } from "./machine.ts";
import type { RelationRole, RelationState, RelationStepType } from "./relation.ts";

export type RelationCondition = "is-proposer" | "is-other-adult" | "is-either-adult" | "only-one-parent";

const application = { source: "四(三)", words: "凭居住证及积分在常住地申请享受" };
const person: readonly RelationRole[] = ["resident", "window"];

/** 家庭关系: every step of a relation there is. The only place that says so. */
export const relationMachine: Machine<RelationState, RelationStepType, RelationRole, RelationCondition> = {
  proposed: { from: ["none"], to: ["proposed"], by: person, needs: [], clause: application },
  confirmed: { from: ["proposed"], to: ["confirmed"], by: person, needs: ["is-other-adult"], clause: application },
  attested: { from: ["proposed"], to: ["confirmed"], by: ["window"], needs: ["only-one-parent"], clause: application },
  refused: { from: ["proposed"], to: ["refused"], by: person, needs: ["is-other-adult"], clause: application },
  withdrawn: { from: ["proposed"], to: ["withdrawn"], by: person, needs: ["is-proposer"], clause: application },
  ended: { from: ["confirmed"], to: ["ended"], by: person, needs: ["is-either-adult"], clause: application },
};
