import type { ApplicationRole, ApplicationState, ApplicationStepType } from "./application.ts";
import type { Machine } from "./machine.ts";

export type ApplicationCondition =
  | "window-open"
  | "decides-for-another"
  | "not-yet-contested"
  | "before-the-cut-off"
  | "settling";

const application = { source: "四(三)", words: "凭居住证及积分在常住地申请享受" };
const verification = { source: "五(二)", words: "明确职能部门负责新市民材料审核、积分应用等工作" };
const objection = { source: "四(二)", words: "对积分有异议等情况可提出复核申请" };
const tiered = { source: "五(二)", words: "建立健全公平、有序、梯度提供公共服务的机制" };
const forgery = { source: "五(三)", words: "取消因积分取得的相应权益" };

const person: readonly ApplicationRole[] = ["resident", "guardian", "window"];
const undecided: readonly ApplicationState[] = ["submitted", "material-asked"];
const before: readonly ApplicationState[] = [...undecided, "accepted", "not-eligible"];

/** 公共服务申请: every step of an application there is. The only place that says so. */
export const applicationMachine: Machine<ApplicationState, ApplicationStepType, ApplicationRole, ApplicationCondition> =
  {
    applied: { from: ["none"], to: ["submitted"], by: person, needs: ["window-open"], clause: application },
    changed: { from: before, to: ["submitted"], by: person, needs: ["window-open"], clause: application },
    "material-asked": {
      from: ["submitted"],
      to: ["material-asked"],
      by: ["verifier"],
      needs: ["decides-for-another", "before-the-cut-off"],
      clause: verification,
    },
    "material-handed-in": {
      from: ["material-asked"],
      to: ["submitted"],
      by: person,
      needs: ["before-the-cut-off"],
      clause: verification,
    },
    accepted: {
      from: undecided,
      to: ["accepted"],
      by: ["verifier"],
      needs: ["decides-for-another", "before-the-cut-off"],
      clause: verification,
    },
    "found-not-eligible": {
      from: undecided,
      to: ["not-eligible"],
      by: ["verifier"],
      needs: ["decides-for-another", "before-the-cut-off"],
      clause: verification,
    },
    contested: {
      from: ["not-eligible"],
      to: ["submitted"],
      by: person,
      needs: ["not-yet-contested", "before-the-cut-off"],
      clause: objection,
    },
    withdrawn: {
      from: [...before, "left-out", "frozen", "granted", "not-granted"],
      to: ["withdrawn"],
      by: person,
      needs: [],
      clause: application,
    },
    // ranked once more, whoever was ready the first time may be incomplete by now
    "readiness-decided": {
      from: ["accepted", "frozen", "left-out"],
      to: "same",
      by: ["verifier"],
      needs: ["decides-for-another"],
      clause: tiered,
    },
    // whoever was not decided on in time is left out too, with that as the reason, never ranked as 0
    "left-out": {
      from: [...undecided, "accepted", "frozen", "left-out"],
      to: ["left-out"],
      by: ["system"],
      needs: ["settling"],
      clause: tiered,
    },
    frozen: {
      from: ["accepted", "frozen", "left-out"],
      to: ["frozen"],
      by: ["system"],
      needs: ["settling"],
      clause: tiered,
    },
    granted: { from: ["frozen"], to: ["granted"], by: ["system"], needs: [], clause: application },
    "not-granted": {
      from: ["frozen", "left-out"],
      to: ["not-granted"],
      by: ["system"],
      needs: [],
      clause: application,
    },
    "moved-up": { from: ["not-granted"], to: ["granted"], by: ["system"], needs: [], clause: application },
    revoked: { from: ["granted"], to: ["revoked"], by: ["system"], needs: [], clause: forgery },
    reinstated: { from: ["revoked"], to: ["granted"], by: ["system"], needs: [], clause: forgery },
  };
