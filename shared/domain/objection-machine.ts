import type { Machine } from "./machine.ts";
import type { ObjectionRole, ObjectionState, ObjectionStepType } from "./objection.ts";

export type ObjectionCondition = "is-the-objector" | "decides-for-another" | "holds-it";

const objection = { source: "四(二)", words: "对积分有异议等情况可提出复核申请" };
const verification = { source: "四(二)", words: "市县有关单位负责审核" };

const open: readonly ObjectionState[] = ["submitted", "under-verification"];

/** 异议程序: every step of an objection there is. The only place that says so. */
export const objectionMachine: Machine<ObjectionState, ObjectionStepType, ObjectionRole, ObjectionCondition> = {
  submitted: { from: ["none"], to: ["submitted"], by: ["objector"], needs: [], clause: objection },
  // also from whoever has it: nothing waits for somebody who is away
  assigned: {
    from: open,
    to: ["under-verification"],
    by: ["verifier"],
    needs: ["decides-for-another"],
    clause: verification,
  },
  upheld: {
    from: ["under-verification"],
    to: ["upheld"],
    by: ["verifier"],
    needs: ["decides-for-another", "holds-it"],
    clause: verification,
  },
  rejected: {
    from: ["under-verification"],
    to: ["rejected"],
    by: ["verifier"],
    needs: ["decides-for-another", "holds-it"],
    clause: verification,
  },
  withdrawn: { from: open, to: ["withdrawn"], by: ["objector"], needs: ["is-the-objector"], clause: objection },
};

/** Whether it keeps its listing public. */
export const isOpenObjection = (state: ObjectionState): boolean => open.includes(state);
