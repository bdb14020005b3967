import type { Machine } from "./machine.ts";
import type { ActorRole, ReviewState, ReviewStepType } from "./review.ts";

/** What has to hold beside state and role; `review-conditions.ts` says of each how it is told. */
export type ReviewCondition =
  | "decides-for-another"
  | "has-not-spoken"
  | "nobody-else-holds-it"
  | "holds-it"
  | "begun-by-the-person"
  | "first-appeal"
  | "of-a-deciding-department"
  | "second-person"
  | "term-over"
  | "term-certain"
  | "term-provisional"
  | "a-correction-stands"
  | "is-contradicted";

const objection = { source: "四(二)", words: "对积分有异议等情况可提出复核申请" };
const material = { source: "四(二)", words: "复核申请材料由新市民提供" };
const verification = { source: "四(二)", words: "市县有关单位负责审核" };
const data = { source: "四(二)", words: "通过大数据等手段对新市民赋分" };
const diligence = { source: "五(三)", words: "负责积分管理的有关职能部门工作人员应当认真履行职责" };

const person: readonly ActorRole[] = ["resident", "guardian", "window"];
const waiting: readonly ReviewState[] = ["submitted", "under-verification"];
const open: readonly ReviewState[] = [...waiting, "material-asked"];
const decided: readonly ReviewState[] = ["upheld", "partly-upheld", "rejected"];
/** What may be appealed against, and stands again when the appeal is withdrawn or lapses. */
const appealable: readonly ReviewState[] = ["partly-upheld", "rejected"];
/** Where a correction may stand: a decision from before holds while an appeal or a reopening goes its way. */
const corrected: readonly ReviewState[] = [...open, "upheld", "partly-upheld", "reopening-proposed"];

/** 复核程序: every step there is, from where to where, by whom and on what ground. The only place that says so. */
export const reviewMachine: Machine<ReviewState, ReviewStepType, ActorRole, ReviewCondition> = {
  submitted: { from: ["none"], to: ["submitted"], by: person, needs: [], clause: objection },
  joined: { from: open, to: "same", by: person, needs: ["begun-by-the-person"], clause: objection },
  assigned: {
    from: waiting,
    to: ["under-verification"],
    by: ["verifier"],
    needs: ["decides-for-another", "has-not-spoken", "nobody-else-holds-it"],
    clause: verification,
  },
  released: {
    from: ["under-verification"],
    to: ["submitted"],
    by: ["verifier", "system"],
    needs: ["holds-it"],
    clause: diligence,
  },
  "material-asked": {
    from: ["under-verification"],
    to: ["material-asked"],
    by: ["verifier"],
    needs: ["decides-for-another", "holds-it"],
    clause: material,
  },
  "material-handed-in": { from: ["material-asked"], to: ["submitted"], by: person, needs: [], clause: material },
  "opinion-given": {
    from: ["under-verification"],
    to: ["submitted"],
    by: ["verifier"],
    needs: ["decides-for-another", "has-not-spoken", "holds-it"],
    clause: verification,
  },
  decided: {
    from: ["under-verification"],
    to: decided,
    by: ["verifier"],
    needs: ["decides-for-another", "has-not-spoken", "holds-it"],
    clause: verification,
  },
  withdrawn: {
    from: open,
    to: ["withdrawn", ...appealable],
    by: person,
    needs: ["begun-by-the-person"],
    clause: objection,
  },
  lapsed: {
    from: ["material-asked"],
    to: ["lapsed", "submitted", ...appealable],
    by: ["system"],
    needs: ["term-over"],
    clause: material,
  },
  appealed: {
    from: appealable,
    to: ["submitted"],
    by: person,
    needs: ["first-appeal"],
    clause: objection,
  },
  "reopening-proposed": {
    from: decided,
    to: ["reopening-proposed"],
    by: ["verifier", "auditor"],
    needs: ["of-a-deciding-department"],
    clause: diligence,
  },
  "reopening-agreed": {
    from: ["reopening-proposed"],
    to: ["submitted"],
    by: ["verifier", "auditor"],
    needs: ["of-a-deciding-department", "second-person"],
    clause: diligence,
  },
  "reopening-refused": {
    from: ["reopening-proposed"],
    to: decided,
    by: ["verifier", "auditor"],
    needs: ["of-a-deciding-department", "second-person"],
    clause: diligence,
  },
  reminded: { from: open, to: "same", by: ["system"], needs: ["term-certain"], clause: diligence },
  escalated: { from: waiting, to: "same", by: ["system"], needs: ["term-over"], clause: diligence },
  "term-fixed": { from: open, to: "same", by: ["system"], needs: ["term-provisional"], clause: diligence },
  "confirmed-by-source": { from: corrected, to: "same", by: ["system"], needs: ["a-correction-stands"], clause: data },
  "contradicted-by-source": {
    from: corrected,
    to: "same",
    by: ["system"],
    needs: ["a-correction-stands"],
    clause: data,
  },
  "contradiction-over": {
    from: corrected,
    to: "same",
    by: ["system"],
    needs: ["a-correction-stands", "is-contradicted"],
    clause: data,
  },
};

/** Where a review ends, unless somebody appeals or the office reopens it. */
export const isOpen = (state: ReviewState): boolean => open.includes(state);
