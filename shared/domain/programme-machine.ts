import type { Machine } from "./machine.ts";
import type { ProgrammeRole, ProgrammeState, ProgrammeStepType } from "./programme.ts";

export type ProgrammeCondition =
  | "second-person"
  | "window-not-over"
  | "window-closed"
  | "cut-off-reached"
  | "no-seed-yet"
  | "seed-known"
  | "second-round-foreseen"
  | "day-over";

const application = { source: "四(三)", words: "凭居住证及积分在常住地申请享受" };
const listing = { source: "四(三)", words: "对外公示相关情况" };
const tiered = { source: "五(二)", words: "建立健全公平、有序、梯度提供公共服务的机制" };
const rules = { source: "五(二)", words: "制定或调整、修订本地区新市民积分管理和应用规则" };

/** 积分应用: every step of a programme there is. The only place that says so. */
export const programmeMachine: Machine<ProgrammeState, ProgrammeStepType, ProgrammeRole, ProgrammeCondition> = {
  drafted: { from: ["none"], to: ["draft"], by: ["rule-maker"], needs: [], clause: rules },
  redrafted: { from: ["draft"], to: "same", by: ["rule-maker"], needs: [], clause: rules },
  discarded: { from: ["draft"], to: ["discarded"], by: ["rule-maker", "approver"], needs: [], clause: rules },
  published: {
    from: ["draft"],
    to: ["published"],
    by: ["approver"],
    needs: ["second-person", "window-not-over"],
    clause: application,
  },
  "seed-drawn": {
    from: ["published"],
    to: "same",
    by: ["verifier"],
    needs: ["window-closed", "no-seed-yet"],
    clause: tiered,
  },
  "settlement-begun": {
    from: ["published"],
    to: ["settling"],
    by: ["verifier"],
    needs: ["cut-off-reached", "seed-known"],
    clause: tiered,
  },
  previewed: { from: ["settling"], to: ["preview"], by: ["system"], needs: [], clause: tiered },
  resettled: { from: ["preview"], to: ["settling"], by: ["verifier"], needs: [], clause: tiered },
  // at once where the terms know no preview, else once it is over
  listed: { from: ["settling", "preview"], to: ["listed"], by: ["system"], needs: ["day-over"], clause: listing },
  finalised: { from: ["listed"], to: ["final"], by: ["system"], needs: ["day-over"], clause: listing },
  "second-round-begun": {
    from: ["final"],
    to: ["published"],
    by: ["system"],
    needs: ["second-round-foreseen"],
    clause: application,
  },
};
