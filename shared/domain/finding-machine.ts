import type { FindingRole, FindingState, FindingStepType } from "./finding.ts";
import type { Machine } from "./machine.ts";

export type FindingCondition =
  | "decides-for-another"
  | "second-person"
  | "third-person"
  | "in-time"
  | "term-over"
  | "term-provisional"
  | "is-carried-out"
  | "is-outstanding";

const forgery = { source: "五(三)", words: "伪造、变造或使用虚假申请材料而获得的积分清零" };
const diligence = { source: "五(三)", words: "负责积分管理的有关职能部门工作人员应当认真履行职责" };
const cancelled = { source: "五(三)", words: "取消因积分取得的相应权益" };

const person: readonly FindingRole[] = ["resident", "guardian", "window"];
/** In which it does what it says; while it is appealed against too. */
const standing: readonly FindingState[] = ["confirmed", "appealed", "final"];

/** 造假认定程序: every step of a finding there is. The only place that says so. */
export const findingMachine: Machine<FindingState, FindingStepType, FindingRole, FindingCondition> = {
  proposed: { from: ["none"], to: ["proposed"], by: ["verifier"], needs: [], clause: forgery },
  heard: { from: ["proposed"], to: ["heard"], by: person, needs: [], clause: diligence },
  "hearing-over": { from: ["proposed"], to: ["heard"], by: ["system"], needs: ["term-over"], clause: diligence },
  confirmed: {
    from: ["heard"],
    to: ["confirmed"],
    by: ["verifier"],
    needs: ["decides-for-another", "second-person"],
    clause: forgery,
  },
  // whoever proposed it may see for themself that it was wrong
  dismissed: {
    from: ["proposed", "heard"],
    to: ["dismissed"],
    by: ["verifier"],
    needs: ["decides-for-another"],
    clause: diligence,
  },
  appealed: { from: ["confirmed"], to: ["appealed"], by: person, needs: ["in-time"], clause: diligence },
  upheld: {
    from: ["appealed"],
    to: ["final"],
    by: ["verifier"],
    needs: ["decides-for-another", "third-person", "is-carried-out"],
    clause: forgery,
  },
  overturned: {
    from: ["appealed"],
    to: ["overturned"],
    by: ["verifier"],
    needs: ["decides-for-another", "third-person", "is-carried-out"],
    clause: diligence,
  },
  "appeal-time-over": { from: ["confirmed"], to: ["final"], by: ["system"], needs: ["term-over"], clause: forgery },
  "term-fixed": {
    from: ["proposed", "confirmed"],
    to: "same",
    by: ["system"],
    needs: ["term-provisional"],
    clause: diligence,
  },
  "carried-out": {
    from: [...standing, "overturned"],
    to: "same",
    by: ["system"],
    needs: ["is-outstanding"],
    clause: cancelled,
  },
};

/** Whether it voids and cancels what it names. */
export const standsFound = (state: FindingState): boolean => standing.includes(state);
