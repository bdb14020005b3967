import type { ListingRole, ListingState, ListingStepType } from "./listing.ts";
import type { Machine } from "./machine.ts";

export type ListingCondition =
  | "objections-taken"
  | "objection-open"
  | "nothing-corrected-now"
  | "being-corrected"
  | "nothing-open"
  | "term-over"
  | "term-provisional";

const listing = { source: "四(三)", words: "对外公示相关情况" };
const objection = { source: "四(二)", words: "对积分有异议等情况可提出复核申请" };
const diligence = { source: "五(三)", words: "负责积分管理的有关职能部门工作人员应当认真履行职责" };

/** 公示: every step of a listing there is. The only place that says so. */
export const listingMachine: Machine<ListingState, ListingStepType, ListingRole, ListingCondition> = {
  made: { from: ["none"], to: ["preview"], by: ["system"], needs: [], clause: listing },
  replaced: { from: ["preview"], to: ["closed"], by: ["system"], needs: [], clause: diligence },
  published: { from: ["preview"], to: ["public"], by: ["system"], needs: [], clause: listing },
  "term-fixed": { from: ["public"], to: "same", by: ["system"], needs: ["term-provisional"], clause: diligence },
  "objection-taken": {
    from: ["public"],
    to: "same",
    by: ["objector"],
    needs: ["objections-taken"],
    clause: objection,
  },
  "objection-closed": {
    from: ["public"],
    to: "same",
    by: ["objector", "verifier"],
    needs: ["objection-open"],
    clause: objection,
  },
  "correction-begun": {
    from: ["public"],
    to: "same",
    by: ["verifier"],
    needs: ["objection-open", "nothing-corrected-now"],
    clause: objection,
  },
  corrected: { from: ["public"], to: "same", by: ["system"], needs: ["being-corrected"], clause: objection },
  closed: { from: ["public"], to: ["closed"], by: ["system"], needs: ["term-over", "nothing-open"], clause: listing },
};
